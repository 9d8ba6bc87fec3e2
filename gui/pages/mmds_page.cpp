#include "pages/mmds_page.h"

#include "pages/config_rules.h"
#include "pages/help_dialog.h"
#include "pages/live_parts.h"
#include "pages/mmds_data_card.h"
#include "pages/mmds_guest_card.h"
#include "pages/mmds_service_form.h"
#include "widgets/page_column.h"

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

MmdsPage::MmdsPage(Workspace *workspace, QWidget *parent)
    : EditPage(workspace, parent), m_service(new MmdsServiceForm), m_data(new MmdsDataCard(workspace->paths())),
      m_guest(new MmdsGuestCard)
{
    for (QWidget *card : std::initializer_list<QWidget *>{m_service, m_data, m_guest})
        column()->addWidget(card);
    setFocusProxy(m_service);
    connect(m_service, &MmdsServiceForm::changed, this,
            [this] { edit([this](HardwareDraft &draft) { draft.setMmdsConfig(m_service->value()); }); });
    connect(m_data, &MmdsDataCard::changed, this,
            [this] { edit([this](HardwareDraft &draft) { draft.setMmds(m_data->value()); }); });
    connect(m_data, &MmdsDataCard::pathSelected, m_guest, &MmdsGuestCard::setPath);
    connect(m_data, &MmdsDataCard::getRequested, this, &MmdsPage::get);
    connect(m_data, &MmdsDataCard::putRequested, this, [this] { send(false); });
    connect(m_data, &MmdsDataCard::patchRequested, this, [this] { send(true); });
    setMachine(nullptr);
}

void MmdsPage::machineChanged()
{
    ++m_asked;
    m_waiting = false;
}

QString MmdsPage::whyNotTalk() const
{
    if (!machine())
        return tr("No machine is selected.");
    if (const QString why = whyNothingLive(machine()->state()); !why.isEmpty())
        return why;
    if (!machine()->client())
        return tr("The engine does not answer.");
    return m_waiting ? tr("Waiting for the answer…") : QString();
}

void MmdsPage::showDraft()
{
    m_data->setTarget(whyNotTalk());
    if (!machine()) {
        m_service->setValue({}, {});
        m_guest->setService({}, {});
        return;
    }
    const VmConfig &config = draft().config();
    m_service->setValue(config.mmdsConfig, config.networkInterfaces);
    m_service->setDescription(live() ? tr("The machine runs: changes here apply at its next start.") : QString());
    if (m_data->validity().isAcceptable())
        m_data->setValue(config.mmds);
    m_guest->setService(config.mmdsConfig, config.mmds.value_or(QJsonObject()));
    m_service->setEnabled(!applying());
    m_data->setEnabled(!applying());
}

QString MmdsPage::draftProblem()
{
    for (const Validity &validity : {m_service->validity(), m_data->validity()}) {
        if (!validity.isAcceptable())
            return validity.text;
    }
    return {};
}

bool MmdsPage::hasInvalidEntry() const
{
    return !m_data->validity().isAcceptable();
}

void MmdsPage::reloadEntries()
{
    m_data->setValue(draft().config().mmds);
}

InlineMessage *MmdsPage::messageFor(const Failure &failure)
{
    return partOf(failure) == HardwarePart::Metadata ? m_data->message() : nullptr;
}

QList<InlineMessage *> MmdsPage::partMessages() const
{
    return {m_data->message()};
}

void MmdsPage::get()
{
    if (!whyNotTalk().isEmpty())
        return;
    m_waiting = true;
    clearMessages();
    showAnew();
    const HttpRequest request{.method = "GET", .path = u"/mmds"_s, .body = {}};
    machine()->client()->raw(request, this, [this, asked = m_asked](const ApiResult<HttpReply> &reply) {
        if (asked != m_asked)
            return;
        m_waiting = false;
        if (reply)
            m_data->replaceText(reply->body);
        onSent(reply ? ApiResult<void>() : std::unexpected(reply.error()),
               tr("This is what the machine's service has."));
    });
}

void MmdsPage::send(bool patch)
{
    if (!whyNotTalk().isEmpty() || !m_data->validity().isAcceptable())
        return;
    m_waiting = true;
    clearMessages();
    showAnew();
    const auto done = [this, asked = m_asked, patch](const ApiResult<void> &result) {
        if (asked != m_asked)
            return;
        m_waiting = false;
        onSent(result, patch ? tr("The machine's metadata is merged with this text.")
                             : tr("The machine's metadata is this text now."));
    };
    if (patch)
        machine()->client()->patchMmds(m_data->text(), this, done);
    else
        machine()->client()->putMmds(m_data->text(), this, done);
}

void MmdsPage::onSent(const ApiResult<void> &result, const QString &success)
{
    showAnew();
    InlineMessage *message = m_data->message();
    if (result) {
        message->setMessage(InlineMessage::Kind::Success, success);
        return;
    }
    showFailure(message, Failure::fromApi(tr("The machine's metadata stays as it was."), result.error()),
                workspace()->paths());
}

} // namespace sparkler::gui
