package dev.spoolmark.transfer.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An element of an XML document with what is in it. Names are without namespaces and in the case of the document.
public final class XmlElement {

    private final String name;
    private final @Nullable XmlElement parent;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name, @Nullable XmlElement parent) {
        this.name = name;
        this.parent = parent;
    }

    void addAttribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void addChild(XmlElement child) {
        children.add(child);
    }

    void addText(String part) {
        text.append(part);
    }

    public String name() {
        return name;
    }

    /// The element around it that is passed, too, with what precedes this one in it; null if there is none.
    public @Nullable XmlElement parent() {
        return parent;
    }

    /// The value of an attribute; empty if there is none.
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /// Its own text without white space at its ends.
    public String text() {
        return text.toString().strip();
    }

    /// The text of the first child with this name that has one; empty if none has.
    public String text(String child) {
        return children(child).stream()
                .map(XmlElement::text)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    public List<XmlElement> children(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }
}
