#pragma once

#include "pages/edit_page.h"

namespace sparkler::gui {

class MmdsDataCard;
class MmdsGuestCard;
class MmdsServiceForm;

/// The metadata service of a machine: whether it answers, what with, and what a guest makes of it.
class MmdsPage : public EditPage {
    Q_OBJECT
public:
    explicit MmdsPage(Workspace *workspace, QWidget *parent = nullptr);

    QString title() const override { return tr("Metadata"); }
    Icon icon() const override { return Icon::Metadata; }

protected:
    void showDraft() override;
    QString draftProblem() override;
    bool hasInvalidEntry() const override;
    void reloadEntries() override;
    InlineMessage *messageFor(const Failure &failure) override;
    QList<InlineMessage *> partMessages() const override;
    void machineChanged() override;

private:
    void get();
    void send(bool patch);
    void onSent(const ApiResult<void> &result, const QString &success);
    QString whyNotTalk() const;

    quint64 m_asked = 0; ///< serial of the machine that is shown: late answers of another do not count
    bool m_waiting = false;
    MmdsServiceForm *m_service;
    MmdsDataCard *m_data;
    MmdsGuestCard *m_guest;
};

} // namespace sparkler::gui
