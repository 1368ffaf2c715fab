package dev.spoolmark.transfer.file;

import dev.spoolmark.transfer.record.RecordSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Builds the elements to pass of a document from the events of the parser.
final class XmlEvents {

    private static final int DEPTH = 32;

    /// Of the texts and attributes of one element to pass together, in characters.
    private static final int TEXT = 4 * ImportLimits.ROW;

    private final XMLStreamReader events;
    private final XmlText document;
    private final String member;
    private final Set<String> names;
    private final BiConsumer<RecordSource, XmlElement> consumer;
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private int depth;
    private int passed;

    XmlEvents(
            XMLStreamReader events,
            XmlText document,
            String member,
            Set<String> names,
            BiConsumer<RecordSource, XmlElement> consumer) {
        this.events = events;
        this.document = document;
        this.member = member;
        this.names = names;
        this.consumer = consumer;
    }

    /// An element in or around the present one, from the one to pass on.
    private record OpenElement(XmlElement element, ElementSize size, boolean isPassed) {}

    /// What one element to pass has so far.
    private static final class ElementSize {

        private int values;
        private int characters;
    }

    /// @throws XMLStreamException if it is no XML. Text after the roots may be anything.
    void read() throws XMLStreamException {
        while (hasNext()) {
            document.markEvent();
            switch (events.getEventType()) {
                case XMLStreamReader.START_ELEMENT -> start();
                case XMLStreamReader.END_ELEMENT -> end();
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> text();
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
    }

    private boolean hasNext() throws XMLStreamException {
        try {
            return events.next() != XMLStreamReader.END_DOCUMENT;
        } catch (XMLStreamException e) {
            if (depth == 1 && passed > 0) {
                return false;
            }
            throw e;
        }
    }

    private void start() {
        depth++;
        if (depth > DEPTH) {
            throw tooLarge();
        }
        OpenElement around = open.peek();
        String name = events.getLocalName();
        boolean isPassed = depth > 1 && names.contains(name);
        if (around == null && !isPassed) {
            return;
        }
        XmlElement element = new XmlElement(name, isPassed ? passedAround() : null);
        ElementSize size = isPassed || around == null ? new ElementSize() : around.size;
        if (around != null && !isPassed) {
            around.element.addChild(element);
        }
        size.values++;
        for (int i = 0; i < events.getAttributeCount(); i++) {
            element.addAttribute(events.getAttributeLocalName(i), events.getAttributeValue(i));
            size.values++;
            size.characters += events.getAttributeValue(i).length();
        }
        limit(size);
        open.push(new OpenElement(element, size, isPassed));
    }

    private @Nullable XmlElement passedAround() {
        return open.stream()
                .filter(OpenElement::isPassed)
                .map(OpenElement::element)
                .findFirst()
                .orElse(null);
    }

    private void text() {
        OpenElement present = open.peek();
        if (present != null) {
            present.size.characters += events.getTextLength();
            limit(present.size);
            present.element.addText(events.getText());
        }
    }

    private void end() {
        depth--;
        if (open.isEmpty()) {
            return;
        }
        OpenElement ended = open.pop();
        if (ended.isPassed) {
            passed++;
            consumer.accept(new RecordSource(member, passed), ended.element);
        }
    }

    private static void limit(ElementSize size) {
        if (size.values > ImportLimits.VALUES || size.characters > TEXT) {
            throw tooLarge();
        }
    }

    private static ImportFileException tooLarge() {
        return new ImportFileException(FileProblem.TOO_LONG_ROW, "an element");
    }
}
