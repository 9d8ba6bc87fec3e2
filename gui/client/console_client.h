#pragma once

#include <QObject>

#include <memory>

namespace sparkler::gui {

/// A viewer of an engine's serial console (--console-sock): first what the engine has kept, then live. Connects again,
/// at growing intervals up to a second, until detach(). Lives in one thread; never blocks.
class ConsoleClient : public QObject {
    Q_OBJECT
public:
    enum class Link { Detached, Connecting, Connected };

    explicit ConsoleClient(QObject *parent = nullptr);
    ~ConsoleClient() override;

    /// `before`: what stood on the console when the engine began, of a guest that goes on from a snapshot. It is shown
    /// like the first that the engine says.
    void attach(const QString &socketPath, const QByteArray &before = {});
    void detach();
    Link link() const;
    /// What stood there before and what was received on this connection, its newest part (bounded, 1 MiB): a view that
    /// opens late starts with it.
    QByteArray received() const;
    /// To the guest. Without a connection, or with more than 64 KiB waiting, the bytes are refused: false.
    bool write(const QByteArray &bytes);

signals:
    void linkChanged(sparkler::gui::ConsoleClient::Link link);
    /// A new connection: the engine replays its scrollback, so a view starts afresh.
    void restarted();
    void data(const QByteArray &bytes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
