#include "pages/cpu_page.h"

#include "manager/cpu_template_text.h"
#include "pages/config_rules.h"
#include "pages/cpu_editor_card.h"
#include "pages/cpu_features_card.h"
#include "pages/cpu_template_card.h"
#include "widgets/page_column.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAskMs = 400; ///< after the last key

/// What a template begins with that nobody has written anything into.
QJsonObject emptyTemplate()
{
    return {{u"cpuid_modifiers"_s, QJsonArray()}, {u"msr_modifiers"_s, QJsonArray()}};
}

QString warningText(const CpuTemplateWarning &warning)
{
    using Kind = CpuTemplateWarning::Kind;
    switch (warning.kind) {
    case Kind::NotOffered:
        return CpuPage::tr("%1: the template sets it, but this host does not offer it. A guest that uses it fails.")
            .arg(warning.name);
    case Kind::Overruled:
        return CpuPage::tr("%1: what the template says does not count, since the engine decides it in every machine.")
            .arg(warning.name);
    case Kind::Flags:
        return CpuPage::tr("Leaf %1: the template has other flags than this host, so that guests may find it in "
                           "another place.")
            .arg(warning.name);
    case Kind::Other:
        break;
    }
    return warning.message;
}

/// What is to be said about the chosen template on this host.
Validity verdictOf(const CpuReport &report)
{
    using Level = Validity::Level;
    constexpr qsizetype kMostWarnings = 6;
    if (!report.chosen.fits)
        return {Level::Warning,
                cpuMisfitText(report.chosen) + u' ' + CpuPage::tr("Choose it when the machine is for another host.")};
    if (report.warnings.isEmpty())
        return {Level::Ok,
                CpuPage::tr("A machine with it starts on this host (%1, %2).").arg(report.vendor, report.brand)};
    QStringList lines{CpuPage::tr("A machine with it starts on this host, but:")};
    for (const CpuTemplateWarning &warning : report.warnings.first(std::min(report.warnings.size(), kMostWarnings)))
        lines << warningText(warning);
    if (const qsizetype more = report.warnings.size() - kMostWarnings; more > 0)
        lines << CpuPage::tr("… and %n more.", "warnings", static_cast<int>(more));
    return {Level::Warning, lines.join(u'\n')};
}

} // namespace

CpuPage::CpuPage(Workspace *workspace, QWidget *parent)
    : EditPage(workspace, parent), m_choice(new CpuTemplateCard(workspace->paths())),
      m_editor(new CpuEditorCard(workspace->paths())), m_features(new CpuFeaturesCard), m_where(new ValidityLabel),
      m_message(new InlineMessage(m_choice)), m_host(workspace->paths().tools), m_source(workspace->paths().tools)
{
    m_choice->body()->addWidget(m_message);
    column()->addWidget(m_where);
    column()->addWidget(m_choice);
    column()->addWidget(m_editor);
    column()->addWidget(m_features);
    setFocusProxy(m_choice);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kAskMs);
    connect(&m_debounce, &QTimer::timeout, this, &CpuPage::askHost);
    connect(m_choice, &CpuTemplateCard::chosen, this, &CpuPage::choose);
    connect(m_editor, &CpuEditorCard::changed, this,
            [this] { edit([this](HardwareDraft &draft) { draft.setCpuTemplate({}, m_editor->value()); }); });
    connect(m_editor, &CpuEditorCard::startFromRequested, this, &CpuPage::startFrom);
    connect(&m_host, &CpuTool::answered, this, &CpuPage::showReport);
    connect(&m_host, &CpuTool::failed, this, &CpuPage::showNothing);
    connect(&m_source, &CpuTool::answered, this, [this](const CpuReport &report) {
        if (machine() && isCustom())
            m_editor->replaceText(report.templateText);
    });
    connect(&m_source, &CpuTool::failed, this, [this](const QString &why) { m_editor->tellError(why, toolTopic()); });
    setMachine(nullptr);
}

bool CpuPage::focusSearch()
{
    return m_features->focusSearch();
}

bool CpuPage::isCustom() const
{
    return m_choice->choice() == CpuTemplateCard::kCustom;
}

void CpuPage::machineChanged()
{
    m_source.cancel(); // its text was for the former one
    m_editor->message()->hide();
}

void CpuPage::showDraft()
{
    if (!machine()) {
        m_choice->setChoice({});
        m_editor->hide();
        m_where->setValidity({});
        return;
    }
    const VmConfig &config = draft().config();
    const bool custom = config.cpuConfig.has_value();
    if (custom) {
        m_lastCustom.insert(machine()->id(), *config.cpuConfig);
        m_editor->setValue(*config.cpuConfig);
    }
    m_choice->setChoice(custom ? QString(CpuTemplateCard::kCustom) : config.machine.cpuTemplate);
    m_editor->setVisible(custom);
    const QString later = live() ? tr("The machine runs: another template counts from its next start.")
                                 : tr("With a template guests find the same processor on different hosts.");
    m_choice->setDescription(later);
    m_choice->setEnabled(!applying());
    m_editor->setEnabled(!applying());
    m_where->setValidity(machine()->emulated()
                             ? Validity{Validity::Level::Warning,
                                        tr("The machine runs emulated, on a processor that is not this host's: what "
                                           "is told here does not count for it.")}
                             : Validity());
    askLater();
}

void CpuPage::choose(const QString &name)
{
    edit([&](HardwareDraft &draft) {
        if (name == CpuTemplateCard::kCustom)
            draft.setCpuTemplate({}, m_lastCustom.value(machine()->id(), emptyTemplate()));
        else
            draft.setCpuTemplate(name, std::nullopt);
    });
}

QString CpuPage::draftProblem()
{
    const Validity found = hasInvalidEntry() ? m_editor->validity() : Validity();
    return found.isAcceptable() ? QString() : found.text;
}

bool CpuPage::hasInvalidEntry() const
{
    return isCustom() && !m_editor->validity().isAcceptable();
}

void CpuPage::reloadEntries()
{
    m_editor->reload();
}

InlineMessage *CpuPage::messageFor(const Failure &failure)
{
    return partOf(failure) == HardwarePart::Processor ? m_message : nullptr;
}

QList<InlineMessage *> CpuPage::partMessages() const
{
    return {m_message, m_editor->message()};
}

void CpuPage::showEvent(QShowEvent *event)
{
    EditPage::showEvent(event);
    m_asked.reset(); // the host may be another by now: a KVM module, a microcode
    askHost();
}

void CpuPage::askLater()
{
    if (isVisible())
        m_debounce.start();
}

void CpuPage::askHost()
{
    m_debounce.stop();
    if (!machine() || !isVisible())
        return;
    if (hasInvalidEntry()) {
        m_host.cancel();
        m_asked.reset();
        tellVerdict({});
        return;
    }
    const VmConfig &config = draft().config();
    CpuQuestion question;
    question.named = config.machine.cpuTemplate;
    if (config.cpuConfig)
        question.custom = QJsonDocument(*config.cpuConfig).toJson(QJsonDocument::Compact);
    question.vcpus = config.machine.vcpuCount;
    question.smt = config.machine.smt;
    if (question == m_asked)
        return;
    m_asked = question;
    tellVerdict({Validity::Level::Ok, tr("Asking this host…")});
    m_host.ask(question);
}

void CpuPage::showReport(const CpuReport &report)
{
    m_choice->setTemplates(report.templates);
    m_features->setFeatures(report.features);
    tellVerdict(verdictOf(report), report.chosen.fits ? HelpTopic::None : HelpTopic::CpuTemplate);
}

void CpuPage::showNothing(const QString &why)
{
    m_features->setFeatures({});
    tellVerdict({Validity::Level::Warning, tr("Whether it fits this host is not known. %1").arg(why)}, toolTopic());
}

/// Beside what is being looked at: the text, or the choice.
void CpuPage::tellVerdict(const Validity &verdict, HelpTopic topic)
{
    const bool custom = isCustom();
    m_choice->setVerdict(custom ? Validity() : verdict, custom ? HelpTopic::None : topic);
    m_editor->setVerdict(custom ? verdict : Validity(), custom ? topic : HelpTopic::None);
}

/// About the tool that tells of processors, when it does not.
HelpTopic CpuPage::toolTopic() const
{
    return workspace()->paths().tools.isEmpty() ? HelpTopic::Installation : HelpTopic::None;
}

void CpuPage::startFrom(const QString &name)
{
    m_editor->message()->hide();
    CpuQuestion question;
    question.named = name;
    m_source.ask(question);
}

} // namespace sparkler::gui
