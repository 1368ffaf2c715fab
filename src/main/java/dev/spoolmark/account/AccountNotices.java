package dev.spoolmark.account;

import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.audit.AuditListener;
import dev.spoolmark.db.Tx;
import dev.spoolmark.mail.MailKind;
import dev.spoolmark.mail.MailQueue;
import java.util.Map;

/// Sends users a mail about changes of their credentials, to the address before the change.
final class AccountNotices implements AuditListener {

    private static final Map<AuditAction, MailKind> KINDS = Map.of(
            AuditAction.PASSWORD_CHANGED, MailKind.PASSWORD_CHANGED,
            AuditAction.EMAIL_CHANGED, MailKind.EMAIL_CHANGED,
            AuditAction.SECOND_FACTOR_ON, MailKind.SECOND_FACTOR_ON,
            AuditAction.SECOND_FACTOR_OFF, MailKind.SECOND_FACTOR_OFF);

    private final MailQueue mails;

    AccountNotices(MailQueue mails) {
        this.mails = mails;
    }

    @Override
    public void added(Tx tx, AuditAction action, long user) {
        MailKind kind = KINDS.get(action);
        if (kind != null) {
            AccountSettingsStore.findEmail(tx, new UserId(user))
                    .ifPresent(address -> mails.add(tx, kind, user, address));
        }
    }
}
