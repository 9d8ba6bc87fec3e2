#pragma once

#include <QString>

#include <optional>

namespace sparkler::gui {

/// The process that listens on a Unix socket; nothing when nobody does, 0 when it cannot be told. Connects for a
/// moment; does not block.
std::optional<qint64> socketOwner(const QString &path);

/// Held by the manager that starts or ends an engine in a machine's directory, so that two managers do not do it at
/// once. The kernel frees it when the holder dies.
class StartLock {
public:
    StartLock() = default;
    ~StartLock();
    StartLock(const StartLock &) = delete;
    StartLock &operator=(const StartLock &) = delete;

    /// Moment: others who only look at what runs hold it for less than that, so it is asked for again for a fifth of a
    /// second.
    enum class Patience { None, Moment };
    /// False: another holder has it, or the file cannot be made.
    bool tryLock(const QString &file, Patience patience = Patience::None);
    void unlock();
    bool held() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

} // namespace sparkler::gui
