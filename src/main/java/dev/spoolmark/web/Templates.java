package dev.spoolmark.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/// Renders the templates in `src/main/jte`, which are compiled with the server.
final class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    Templates() {
        engine.setBinaryStaticContent(true);
    }

    /// @param name path of the template without its extension: `page/signin`
    /// @param page the only parameter of the template
    /// @return HTML in UTF-8
    byte[] render(String name, Object page) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(name + ".jte", page, out);
        return out.toByteArray();
    }
}
