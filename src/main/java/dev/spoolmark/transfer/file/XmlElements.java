package dev.spoolmark.transfer.file;

import dev.spoolmark.transfer.record.RecordSource;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A member as XML, one element at a time. Document type definitions and entities other than those of XML itself are
/// not read. A member may have several roots, and text after them.
public final class XmlElements {

    private static final XMLInputFactory FACTORY = factory();

    private XmlElements() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }

    /// The name of the first element of a member; empty if it does not look like XML.
    public static String root(ImportFile file, String member) {
        try (Reader text = new XmlText(new StringReader(file.head(member)))) {
            XMLStreamReader events = FACTORY.createXMLStreamReader(text);
            events.nextTag();
            return events.next() == XMLStreamReader.START_ELEMENT || events.nextTag() == XMLStreamReader.START_ELEMENT
                    ? events.getLocalName()
                    : "";
        } catch (XMLStreamException noXml) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Passes each element with one of these names at its end, wherever it is. One within another one is passed before
    /// that, and is not among its children. They are numbered in the order in which they are passed.
    ///
    /// @throws ImportFileException if the member is no XML, or an element is too large
    public static void forEach(
            ImportFile file, String member, Set<String> names, BiConsumer<RecordSource, XmlElement> consumer) {
        try (XmlText text = new XmlText(file.text(member))) {
            new XmlEvents(FACTORY.createXMLStreamReader(text), text, member, names, consumer).read();
        } catch (XMLStreamException e) {
            throw new ImportFileException(FileProblem.DAMAGED, member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
