package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.Test;

@Specified("v1 account/settings")
class AccountSettingsTest extends V1Conformance {

    @Test
    void returnsAllSettingsOfTheUser() {
        v1.post("account/settings").as(users.ann()).send().is(200, "ann");
    }

    @Test
    void rejectsARequestWithoutCredentials() {
        v1.post("account/settings").send().fails(401, "failed authentication");
    }
}
