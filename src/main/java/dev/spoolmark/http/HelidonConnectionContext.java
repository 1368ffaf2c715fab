package dev.spoolmark.http;

import dev.spoolmark.http.body.ReadAheadBudget;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

/// Helidon's view of a connection: what it reads passes the time limits, the overload fast path and the upgrade
/// of HTTP/1.0.
final class HelidonConnectionContext implements ConnectionContext {

    private final ConnectionContext context;
    private final HelidonDataReader reader;
    private final RequestPipeline pipeline;
    private final Router routing;
    private final ReadAheadBudget.Share readAhead;

    HelidonConnectionContext(
            ConnectionContext context, RequestPipeline pipeline, Router routing, ReadAheadBudget.Share readAhead) {
        this.context = context;
        this.pipeline = pipeline;
        this.routing = routing;
        this.readAhead = readAhead;
        this.reader = new HelidonDataReader(
                this::read, () -> HelidonConnections.CONNECTION.get().isWorking());
    }

    private byte[] read() {
        ClientConnection connection = HelidonConnections.CONNECTION.get();
        int collected = reader.available();
        if (!readAhead.resize(collected)) {
            throw new CloseConnectionException("a chunk of a body is too large");
        }
        boolean isStarted = collected > 0;
        boolean first = !isStarted && connection.isIdle();
        byte[] bytes = connection.read(isStarted, first ? this::firstOfRequest : this::more);
        while (first && connection.isIdle() && pipeline.rejectEarly(connection, bytes, this::write)) {
            bytes = connection.read(false, this::firstOfRequest);
        }
        return first && connection.isIdle()
                ? Http10Translator.translate(bytes, connection, this::moreOfHead, this::localAuthority)
                : bytes;
    }

    private void write(byte[] body) {
        try {
            context.dataWriter().writeNow(BufferData.create(body));
        } catch (RuntimeException e) {
            throw new CloseConnectionException("the client went away", e);
        }
    }

    private byte[] moreOfHead() {
        try {
            return HelidonConnections.CONNECTION.get().read(true, this::more);
        } catch (DataReader.InsufficientDataAvailableException end) {
            return new byte[0];
        }
    }

    private String localAuthority() {
        InetAddress own = address(context.localPeer());
        String host = own.getHostAddress().replaceFirst("%.*", "");
        int port = context.localPeer().address() instanceof InetSocketAddress socket ? socket.getPort() : 0;
        return (own instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
    }

    /// Empty lines before a request are ignored, within the time limit of an idle connection.
    private byte[] firstOfRequest() {
        byte[] bytes = HelidonDataReader.withoutEmptyLines(more());
        while (bytes.length == 0) {
            bytes = HelidonDataReader.withoutEmptyLines(more());
        }
        return bytes;
    }

    private byte[] more() {
        DataReader source = context.dataReader();
        source.ensureAvailable();
        return source.readBytes(source.available());
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public DataWriter dataWriter() {
        return context.dataWriter();
    }

    @Override
    public ListenerContext listenerContext() {
        return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return context.executor();
    }

    @Override
    public Router router() {
        return routing;
    }

    @Override
    public PeerInfo remotePeer() {
        return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return context.localPeer();
    }

    @Override
    public boolean isSecure() {
        return context.isSecure();
    }

    @Override
    public String socketId() {
        return context.socketId();
    }

    @Override
    public String childSocketId() {
        return context.childSocketId();
    }

    /// A request and its body have been read.
    void endRequest() {
        reader.skipEmptyLines();
    }

    /// Returns the memory for what was read ahead.
    void close() {
        readAhead.close();
    }

    static InetAddress address(PeerInfo peer) {
        return peer.address() instanceof InetSocketAddress socket && socket.getAddress() != null
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }
}
