package dev.spoolmark.web;

import dev.spoolmark.db.Engine;

/// The pages on PostgreSQL.
class PageStatementsOnPostgresTest extends PageStatements {

    PageStatementsOnPostgresTest() {
        super(Engine.POSTGRESQL);
    }
}
