package io.sealstream.verifier.report;

import io.sealstream.command.OneLine;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document under construction, an element a line, in memory. */
final class XmlPage {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;
    private int depth;

    private interface Step {
        void write() throws XMLStreamException;
    }

    XmlPage() {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        write(() -> writer.writeStartDocument("UTF-8", "1.0"));
    }

    /** Everything that {@code content} adds stands within the element. */
    XmlPage element(String name, Map<String, String> attributes, Runnable content) {
        begin(name, attributes, false);
        depth++;
        content.run();
        depth--;
        newLine();
        write(writer::writeEndElement);
        return this;
    }

    XmlPage empty(String name, Map<String, String> attributes) {
        begin(name, attributes, true);
        return this;
    }

    /** An element with text and nothing else. */
    XmlPage text(String name, Map<String, String> attributes, String content) {
        begin(name, attributes, false);
        write(() -> writer.writeCharacters(XmlText.of(content)));
        write(writer::writeEndElement);
        return this;
    }

    /** The document, with a newline at its end. */
    String end() {
        write(writer::writeEndDocument);
        return text.append('\n').toString();
    }

    private void begin(String name, Map<String, String> attributes, boolean isEmpty) {
        newLine();
        write(() -> {
            if (isEmpty) {
                writer.writeEmptyElement(name);
            } else {
                writer.writeStartElement(name);
            }
        });
        attributes.forEach((key, value) -> write(() -> writer.writeAttribute(key, XmlText.of(OneLine.of(value)))));
    }

    private void newLine() {
        write(() -> writer.writeCharacters("\n" + "  ".repeat(depth)));
    }

    private static void write(Step step) {
        try {
            step.write();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    private static IllegalStateException inMemory(XMLStreamException e) {
        return new IllegalStateException("XML in memory could not be written", e);
    }
}
