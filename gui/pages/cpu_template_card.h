#pragma once

#include "manager/cpu_report.h"
#include "pages/help_link.h"
#include "widgets/card.h"

#include <vector>

class QButtonGroup;
class QLabel;
class QRadioButton;
class QVBoxLayout;

namespace sparkler::gui {

/// The choice of a CPU template, with a sentence on each and a word on those that this host does not start. Those can
/// be chosen as well: the machine may be meant for another host.
class CpuTemplateCard : public Card {
    Q_OBJECT
public:
    /// One of one's own among the named ones; no template has this name.
    static constexpr QLatin1StringView kCustom{"custom"};

    explicit CpuTemplateCard(const Paths &paths, QWidget *parent = nullptr);

    /// Empty: none. A name that is not known gets an entry of its own. Does not emit chosen().
    void setChoice(const QString &name);
    QString choice() const { return m_choice; }
    /// Which of them this host starts; nothing is said about those that are not in the list.
    void setTemplates(const QList<NamedCpuTemplate> &templates);
    /// About the one that is chosen.
    void setVerdict(const Validity &verdict, HelpTopic topic) { m_verdict->tell(verdict, topic); }

signals:
    void chosen(const QString &name);

private:
    struct Row {
        QString name;
        QRadioButton *button = nullptr;
        QLabel *hint = nullptr;
        ValidityLabel *note = nullptr;
    };
    void addRow(const QString &name, const QString &title, const QString &sentence);
    Row *findRow(const QString &name);

    QString m_choice;
    QList<NamedCpuTemplate> m_templates;
    QButtonGroup *m_group;
    QVBoxLayout *m_list;
    HelpedNote *m_verdict;
    std::vector<Row> m_rows;
};

/// Why a machine with a template does not start here, as a translated sentence with the engine's words.
QString cpuMisfitText(const CpuVerdict &verdict);

} // namespace sparkler::gui
