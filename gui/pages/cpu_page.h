#pragma once

#include "manager/cpu_tool.h"
#include "pages/edit_page.h"
#include "widgets/validity.h"

#include <QHash>
#include <QTimer>

namespace sparkler::gui {

class CpuEditorCard;
class CpuFeaturesCard;
class CpuTemplateCard;

/// What a machine's guest believes its processor to be: the CPU template, and what comes of it on this host. The host
/// is asked while the page is in sight, in a process of its own.
class CpuPage : public EditPage {
    Q_OBJECT
public:
    explicit CpuPage(Workspace *workspace, QWidget *parent = nullptr);

    QString title() const override { return tr("CPU"); }
    Icon icon() const override { return Icon::Processor; }
    bool focusSearch() override;

protected:
    void showDraft() override;
    QString draftProblem() override;
    bool hasInvalidEntry() const override;
    void reloadEntries() override;
    InlineMessage *messageFor(const Failure &failure) override;
    QList<InlineMessage *> partMessages() const override;
    void machineChanged() override;
    void showEvent(QShowEvent *event) override;

private:
    bool isCustom() const;
    void choose(const QString &name);
    void askLater();
    void askHost();
    void showReport(const CpuReport &report);
    void showNothing(const QString &why);
    void tellVerdict(const Validity &verdict, HelpTopic topic = HelpTopic::None);
    HelpTopic toolTopic() const;
    void startFrom(const QString &name);

    CpuTemplateCard *m_choice;
    CpuEditorCard *m_editor;
    CpuFeaturesCard *m_features;
    ValidityLabel *m_where;
    InlineMessage *m_message;
    CpuTool m_host;
    CpuTool m_source; ///< of texts to begin with
    QTimer m_debounce;
    std::optional<CpuQuestion> m_asked;       ///< what the page shows the answer of, or waits for
    QHash<QString, QJsonObject> m_lastCustom; ///< by machine: what comes back when Custom is chosen again
};

} // namespace sparkler::gui
