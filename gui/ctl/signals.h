#pragma once

#include <QObject>

namespace sparkler::gui {

/// SIGINT, SIGTERM and SIGHUP as an event in the loop, so that what is under way can be put in order. One that comes
/// for the second time ends the process at once. One per process.
class Signals : public QObject {
    Q_OBJECT
public:
    Signals();
    ~Signals() override;
    int last() const { return m_last; } ///< 0: none came

signals:
    void came(int number);

private:
    void read();

    int m_last = 0;
};

} // namespace sparkler::gui
