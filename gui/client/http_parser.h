#pragma once

// The answers of an HTTP/1.1 server as pure logic: bytes in, in pieces of any size, one answer out. Knows no socket.

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace sparkler::gui {

struct HttpHeader {
    QByteArray name; ///< lower case
    QByteArray value;
};

/// One answer. Strict: whatever is not an answer of HTTP/1.0 or 1.1 fails at the first byte that shows it. Interim
/// answers (1xx) are skipped. Bodies by Content-Length, chunked, or up to the end of the connection.
class HttpParser {
public:
    enum class State { NeedsMore, Complete, Failed };
    enum class Failure { None, Protocol, TooLarge, Incomplete };

    static constexpr qsizetype kMaxHeadBytes = qsizetype{64} * 1024; ///< status line, headers, chunk lines, trailers
    static constexpr qsizetype kMaxBodyBytes = qsizetype{16} * 1024 * 1024;

    /// Takes what belongs to this answer and returns how many bytes that were: less than all means that something
    /// follows the answer.
    qsizetype feed(QByteArrayView bytes);
    /// The peer closed the connection: the end of a body without length, else Incomplete.
    void endOfStream();

    State state() const;
    Failure failure() const { return m_failure; }
    /// What is wrong, one untranslated line; empty unless Failed.
    QString failureText() const { return m_failureText; }
    /// Whether a byte of the answer came.
    bool started() const { return m_started; }

    int status() const { return m_status; }
    const QByteArray &body() const { return m_body; }
    const QList<HttpHeader> &headers() const { return m_headers; }
    /// The value of the first header of that (lower case) name.
    std::optional<QByteArray> header(QByteArrayView name) const;
    /// Whether the connection may carry another request.
    bool keepAlive() const { return m_keepAlive; }

private:
    enum class Part { StatusLine, Headers, Body, BodyToEnd, ChunkSize, ChunkData, ChunkEnd, Trailers, Done, Broken };

    qsizetype takeLine(QByteArrayView bytes);
    qsizetype takeBody(QByteArrayView bytes);
    void handleLine(const QByteArray &line);
    void statusLine(const QByteArray &line);
    void headerLine(const QByteArray &line);
    std::optional<HttpHeader> parseHeader(const QByteArray &line);
    void endOfHeaders();
    bool readFraming();
    std::optional<qsizetype> contentLength(const QByteArray &value);
    void chunkSize(const QByteArray &line);
    void fail(Failure failure, const QString &text);

    Part m_part = Part::StatusLine;
    Failure m_failure = Failure::None;
    QString m_failureText;
    bool m_started = false;
    bool m_keepAlive = false;
    int m_minorVersion = 1;
    int m_status = 0;
    qsizetype m_headBytes = 0;
    qsizetype m_bodyLeft = 0; ///< of the body, or of the chunk
    QByteArray m_line;        ///< incomplete
    QByteArray m_body;
    QList<HttpHeader> m_headers;
};

} // namespace sparkler::gui
