#pragma once

#include "manager/paths.h"
#include "manager/snapshots/compatibility.h"
#include "widgets/icons.h"

#include <QWidget>

class QVBoxLayout;

namespace sparkler::gui {

/// What stands in the way of using a snapshot, or is worth knowing before: each with what helps, and with the command
/// to copy where there is one; below them what docs/troubleshooting.md has about those that stand in the way.
class FindingsView : public QWidget {
    Q_OBJECT
public:
    explicit FindingsView(Paths paths, QWidget *parent = nullptr);

    /// It is still being looked for.
    void setLooking();
    /// `allGood`: shown when there are none but notes.
    void setFindings(const QList<Finding> &findings, const QString &allGood);
    const QList<Finding> &findings() const { return m_findings; }

    struct Look {
        Icon icon;
        ColourRole colour;
    };

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addLine(const Look &look, const Finding &finding);

    Paths m_paths;
    QList<Finding> m_findings;
    QString m_allGood;
    bool m_looking = false;
    QVBoxLayout *m_layout;
};

} // namespace sparkler::gui
