#include "pages/jail_page.h"

#include "manager/background.h"
#include "pages/help_dialog.h"
#include "pages/help_link.h"
#include "pages/live_parts.h"
#include "pages/proof_card.h"
#include "widgets/form_section.h"
#include "widgets/inline_message.h"
#include "widgets/page_column.h"
#include "widgets/validity.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <limits>

namespace sparkler::gui {

namespace {

constexpr int kLookMs = 2000;
constexpr int kLeastOpenFiles = 63; ///< one below: the spin box's "the jailer's default"
constexpr int kMostOpenFiles = 1 << 20;

int spinValue(quint64 value, int absent)
{
    return value == 0 ? absent : static_cast<int>(std::min<quint64>(value, std::numeric_limits<int>::max()));
}

} // namespace

JailPage::JailPage(Paths paths, const QString &proc, QWidget *parent)
    : MachinePage(parent), m_paths(std::move(paths)), m_proc(proc), m_column(new PageColumn({}, this)),
      m_message(new InlineMessage(m_column)), m_note(new HelpedNote(m_paths)), m_verdict(new ValidityLabel),
      m_shownCard(new Card(tr("What the engine can see"))), m_shown(new QTableWidget(0, 3)),
      m_namespaces(new ProofCard(tr("Namespaces"))), m_limits(new ProofCard(tr("Limits"))),
      m_threads(new ProofCard(tr("Threads"))), m_others(new ProofCard(tr("More")))
{
    m_shown->setHorizontalHeaderLabels({tr("In the jail"), tr("On this host"), tr("Access")});
    m_shown->setAccessibleName(tr("What the engine can see"));
    m_shown->verticalHeader()->hide();
    m_shown->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_shown->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_shown->setShowGrid(false);
    m_shown->setWordWrap(false);
    m_shown->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_shown->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_shown->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_shownCard->body()->addWidget(m_shown);
    m_column->addWidget(m_message);
    m_column->addWidget(buildChoice());
    m_column->addWidget(m_note);
    m_column->addWidget(m_verdict);
    for (Card *card : std::initializer_list<Card *>{m_shownCard, m_namespaces, m_limits, m_threads, m_others})
        m_column->addWidget(card);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_column);
    setFocusProxy(m_choice);
    m_timer.setInterval(kLookMs);
    connect(&m_timer, &QTimer::timeout, this, &JailPage::look);
    setMachine(nullptr);
}

FormSection *JailPage::buildChoice()
{
    auto *section = new FormSection(tr("Jail"));
    m_choice = new QComboBox(section);
    m_choice->addItem(tr("Rootless jail"), static_cast<int>(JailChoice::Rootless));
    m_choice->addItem(tr("No jail"), static_cast<int>(JailChoice::None));
    section->addRow(
        tr("&Mode"), m_choice,
        tr("In the rootless jail the engine sees nothing but this machine's own files, and has no rights, "
           "also when a guest has taken it over. Where this host keeps user namespaces to root, root’s leave "
           "is asked for at each start; the jail and the engine’s rights in it are the same."));
    m_openFiles = new QSpinBox(section);
    m_openFiles->setRange(kLeastOpenFiles, kMostOpenFiles);
    m_openFiles->setSpecialValueText(tr("The jailer's default: 2048"));
    section->addRow(tr("&Open files"), m_openFiles, tr("How many files and sockets the engine may have open at once."));
    m_fileSize = new QSpinBox(section);
    m_fileSize->setRange(0, std::numeric_limits<int>::max());
    m_fileSize->setSuffix(tr(" MiB"));
    m_fileSize->setSpecialValueText(tr("No limit"));
    section->addRow(tr("Largest &file"), m_fileSize,
                    tr("The engine makes no file grow beyond this. Snapshots of the memory need its size."));
    connect(m_choice, &QComboBox::activated, this, &JailPage::keep);
    for (QSpinBox *box : {m_openFiles, m_fileSize})
        connect(box, &QSpinBox::editingFinished, this, &JailPage::keep);
    return section;
}

void JailPage::setMachine(Machine *machine)
{
    if (m_machine)
        m_machine->disconnect(this);
    m_machine = machine;
    m_message->hide();
    m_column->setEnabled(machine);
    showFacts({});
    if (machine) {
        connect(machine, &Machine::stateChanged, this, &JailPage::refresh);
        connect(machine, &Machine::definitionChanged, this, &JailPage::refresh);
        connect(machine, &QObject::destroyed, this, [this] { setMachine(nullptr); });
    }
    refresh();
}

void JailPage::showEvent(QShowEvent *event)
{
    MachinePage::showEvent(event);
    m_timer.start();
    refreshShown(); // as high as rows are now
    look();
}

void JailPage::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    MachinePage::hideEvent(event);
}

void JailPage::refresh()
{
    refreshChoice();
    refreshShown();
    if (!m_machine || m_machine->enginePid() == 0 || m_machine->emulated())
        showFacts({});
    look();
}

void JailPage::refreshChoice()
{
    using Level = Validity::Level;
    const JailSettings settings = m_machine ? m_machine->definition().jail : JailSettings();
    m_filling = true;
    const int privileged = m_choice->findData(static_cast<int>(JailChoice::Privileged));
    // What a definition says has to be shown, also where it cannot be had.
    const bool offered = m_machine && m_machine->privilegedJailOffered();
    if (privileged >= 0)
        m_choice->removeItem(privileged);
    if (offered || settings.choice == JailChoice::Privileged)
        m_choice->addItem(offered ? tr("Rootless jail, by root’s leave")
                                  : tr("By root’s leave: its helper is not installed"),
                          static_cast<int>(JailChoice::Privileged));
    m_choice->setCurrentIndex(m_choice->findData(static_cast<int>(settings.choice)));
    m_openFiles->setValue(spinValue(settings.openFiles, kLeastOpenFiles));
    m_fileSize->setValue(spinValue(settings.fileSizeMib, 0));
    m_filling = false;

    const bool stopped =
        m_machine && (m_machine->state() == MachineState::Stopped || m_machine->state() == MachineState::Crashed);
    const QString why = stopped ? QString() : tr("The jail is made at the start: stop the machine to change it.");
    setEnabledOrWhyNot(m_choice, why);
    for (QSpinBox *box : {m_openFiles, m_fileSize})
        setEnabledOrWhyNot(box,
                           why.isEmpty() && settings.choice == JailChoice::None ? tr("Limits belong to a jail.") : why);
    if (m_machine && m_machine->emulated())
        m_note->tell({Level::Ok, tr("The machine runs emulated: the helper machine around the engine is its "
                                    "jail, and the choice above does not count.")});
    else if (m_machine && m_machine->jail() == JailChoice::None)
        m_note->tell({Level::Warning, tr("Without a jail a guest that takes its engine over can do all that you "
                                         "can: read your files, and reach your network.")},
                     HelpTopic::UserNamespaces);
    else if (stopped && settings.choice == JailChoice::Privileged && !offered)
        m_note->tell({Level::Error, tr("A start will fail: the helper that asks for root’s leave is not installed.")},
                     HelpTopic::UserNamespaces);
    else
        m_note->tell({Level::Ok, m_machine && !stopped ? why : QString()});
}

void JailPage::refreshShown()
{
    const QList<ShownPath> shown = m_machine ? m_machine->shownPaths() : QList<ShownPath>();
    m_shownCard->setVisible(!shown.isEmpty());
    m_shown->setRowCount(static_cast<int>(shown.size()));
    for (int row = 0; row < shown.size(); ++row) {
        const QStringList texts{shown[row].inside, shown[row].path,
                                shown[row].writable ? tr("Read and write") : tr("Read only")};
        for (int column = 0; column < texts.size(); ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            item->setToolTip(texts[column]);
            m_shown->setItem(row, column, item);
        }
    }
    m_shown->resizeColumnToContents(0);
    m_shown->resizeColumnToContents(2);
    m_shown->setFixedHeight(m_shown->horizontalHeader()->sizeHint().height() + m_shown->verticalHeader()->length() +
                            2 * m_shown->frameWidth());
}

void JailPage::look()
{
    if (m_looking || !isVisible() || !m_machine || m_machine->enginePid() == 0 || m_machine->emulated())
        return;
    m_looking = true;
    JailPromise promise;
    promise.settings = m_machine->definition().jail;
    promise.settings.choice = m_machine->jail(); // that of the running engine
    const auto config = m_machine->runningConfig().value_or(VmConfig());
    promise.hostNetwork = std::ranges::any_of(config.networkInterfaces, std::not_fn(&NetworkInterface::userMode));
    const auto work = [pid = m_machine->enginePid(), proc = m_proc, promise] {
        return judge(ProcTexts::ofProcess(pid, proc), promise);
    };
    runInBackground(this, work, [this, pid = m_machine->enginePid(), machine = m_machine](const JailFacts &facts) {
        m_looking = false;
        if (machine && machine == m_machine && machine->enginePid() == pid)
            showFacts(facts);
    });
}

void JailPage::showFacts(const JailFacts &facts)
{
    const bool any = !facts.threads.isEmpty();
    for (const auto &[card, list] : {std::pair(m_namespaces, facts.namespaces), std::pair(m_limits, facts.limits),
                                     std::pair(m_threads, facts.threads), std::pair(m_others, facts.others)}) {
        card->setVisible(any);
        card->setFacts(list);
    }
    if (!any)
        m_verdict->setValidity({});
    else if (const int weaker = facts.count(JailFact::Verdict::Weaker))
        m_verdict->setValidity(
            {Validity::Level::Error, tr("%n thing(s) are weaker than promised. See the red rows.", nullptr, weaker)});
    else if (const int unknown = facts.count(JailFact::Verdict::Unknown))
        m_verdict->setValidity(
            {Validity::Level::Warning, tr("%n promise(s) cannot be proven: /proc does not tell.", nullptr, unknown)});
    else if (m_machine->jail() != JailChoice::None)
        m_verdict->setValidity({Validity::Level::Ok, tr("All that /proc tells of the engine is as promised.")});
    else
        m_verdict->setValidity({});
}

void JailPage::keep()
{
    if (m_filling || !m_machine)
        return;
    MachineDefinition wanted = m_machine->definition();
    wanted.jail.choice = static_cast<JailChoice>(m_choice->currentData().toInt());
    wanted.jail.openFiles = m_openFiles->value() == kLeastOpenFiles ? 0 : static_cast<quint64>(m_openFiles->value());
    wanted.jail.fileSizeMib = static_cast<quint64>(m_fileSize->value());
    if (wanted.jail == m_machine->definition().jail)
        return;
    m_machine->apply(wanted, this, [this, machine = m_machine](const Outcome<QStringList> &outcome) {
        if (machine != m_machine)
            return;
        if (!outcome)
            showFailure(m_message, outcome.error(), m_paths);
        else
            m_message->hide();
        refresh();
    });
}

} // namespace sparkler::gui
