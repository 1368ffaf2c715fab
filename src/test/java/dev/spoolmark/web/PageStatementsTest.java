package dev.spoolmark.web;

import dev.spoolmark.db.Engine;

/// The pages on SQLite.
class PageStatementsTest extends PageStatements {

    PageStatementsTest() {
        super(Engine.SQLITE);
    }
}
