package dev.spoolmark.web.admin;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.deletion.AccountErasure;
import dev.spoolmark.account.link.AccountLinks;
import dev.spoolmark.catalog.source.SourceJobs;
import dev.spoolmark.oauth.OAuthApplications;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.stats.Statistics;
import java.time.InstantSource;

/// What the pages of administrators show and change.
public record AdminFeatures(
        Accounts accounts,
        AccountErasure erasure,
        AccountLinks links,
        Applications applications,
        OAuthApplications oauth,
        ServerSettings serverSettings,
        Statistics statistics,
        SourceJobs sourceJobs,
        ServerStatus status,
        Backups backups,
        InstantSource clock) {}
