package dev.spoolmark.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Sends mails to one mail server (RFC 5321), a connection for each.
public final class SmtpClient implements MailTransport {

    /// To connect, and for each answer, in milliseconds.
    private static final String TIMEOUT = "10000";

    private final SmtpSettings settings;
    private final InstantSource clock;
    private final Session session;

    public SmtpClient(SmtpSettings settings, InstantSource clock) {
        this(settings, clock, null);
    }

    /// With other trusted certificates, for tests.
    SmtpClient(SmtpSettings settings, InstantSource clock, @Nullable SSLSocketFactory sockets) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings, sockets));
    }

    private static Properties properties(SmtpSettings settings, @Nullable SSLSocketFactory sockets) {
        Properties properties = new Properties();
        String protocol = settings.tls() == TlsMode.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "localhost", "localhost");
        properties.setProperty(prefix + "auth", Boolean.toString(settings.hasUser()));
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT);
        properties.setProperty(prefix + "timeout", TIMEOUT);
        properties.setProperty(prefix + "writetimeout", TIMEOUT);
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(settings.tls() == TlsMode.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(settings.tls() == TlsMode.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (sockets != null) {
            properties.put(prefix + "ssl.socketFactory", sockets);
        }
        return properties;
    }

    @Override
    public void send(MailMessage message) throws MailException {
        try {
            send(mime(message));
        } catch (MessagingException e) {
            throw SmtpFailure.of(e, settings);
        }
    }

    private void send(MimeMessage mime) throws MessagingException {
        try (Transport transport = session.getTransport()) {
            boolean hasUser = settings.hasUser();
            transport.connect(
                    settings.host(),
                    settings.port(),
                    hasUser ? settings.user() : null,
                    hasUser ? settings.password().revealText() : null);
            transport.sendMessage(mime, mime.getAllRecipients());
        }
    }

    private MimeMessage mime(MailMessage message) throws MessagingException {
        InternetAddress from = sender();
        MimeMessage mime = new IdentifiedMessage(session, domain(from.getAddress()));
        mime.setFrom(from);
        mime.setRecipient(Message.RecipientType.TO, address(message.to()));
        mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mime.setSentDate(Date.from(clock.instant()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        byte[] text = message.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        mime.setDataHandler(new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=utf-8")));
        return mime;
    }

    /// With the name, if the setting has one.
    private InternetAddress sender() throws MessagingException {
        String from = settings.from();
        int start = from.lastIndexOf('<');
        if (start < 0) {
            return address(from);
        }
        InternetAddress address = address(from.substring(start + 1, from.length() - 1));
        try {
            address.setPersonal(from.substring(0, start).strip(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("every Java platform has UTF-8", impossible);
        }
        return address;
    }

    /// One address; a domain in another script is converted (RFC 5891).
    private static InternetAddress address(String text) throws MessagingException {
        InternetAddress address = new InternetAddress(text, true);
        String plain = address.getAddress();
        try {
            address.setAddress(plain.substring(0, plain.lastIndexOf('@') + 1) + IDN.toASCII(domain(plain)));
        } catch (IllegalArgumentException noDomain) {
            throw new MessagingException("the domain of the address is malformed", noDomain);
        }
        address.validate();
        return address;
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /// A message whose `Message-ID` contains neither the name of the machine nor that of its user.
    private static final class IdentifiedMessage extends MimeMessage {

        private final String domain;

        IdentifiedMessage(Session session, String domain) {
            super(session);
            this.domain = domain;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
        }
    }
}
