#include "pages/make_tap_dialog.h"

#include "manager/process_step.h"
#include "pages/help_dialog.h"
#include "pages/help_link.h"
#include "pages/live_parts.h"
#include "widgets/copy_block.h"
#include "widgets/form_section.h"
#include "widgets/inline_message.h"
#include "widgets/style.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <pwd.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Kind { Nat, Bridge, Alone };
constexpr int kDebounceMs = 250;
constexpr int kScriptLines = 14;

QString userName()
{
    const passwd *user = getpwuid(geteuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QString::number(geteuid());
}

QString readScript(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

MakeTapDialog::MakeTapDialog(Mode mode, QString device, const QString &network, const Paths &paths, TaskList *tasks,
                             QWidget *parent)
    : QDialog(parent), m_mode(mode), m_device(std::move(device)), m_paths(paths), m_tasks(tasks),
      m_section(new FormSection), m_commands(new CopyBlock(tr("What will run"))),
      m_command(new CopyBlock(tr("In a terminal"))), m_help(new HelpLink(paths, this)),
      m_message(new InlineMessage(this))
{
    setWindowTitle(mode == Mode::Make ? tr("Make the device %1").arg(m_device)
                                      : tr("Take the device %1 away").arg(m_device));
    if (!paths.resources.isEmpty())
        m_script = paths.resources + u"/network/make-tap"_s;
    if (geteuid() != 0)
        m_administrator = systemProgram(u"pkexec"_s);
    if (mode == Mode::Make) {
        buildChoice();
        m_network->setText(network);
    }
    const QString text = readScript(m_script);
    if (text.isEmpty())
        m_script.clear();
    buildScript(text);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounceMs);
    connect(&m_debounce, &QTimer::timeout, this, &MakeTapDialog::preview);
    refresh();
    preview();
    resize(760, 780);
}

void MakeTapDialog::buildChoice()
{
    m_kind = new QButtonGroup(this);
    const auto add = [this](Kind kind, const QString &label, const QString &text, const QString &hint) {
        auto *button = new QRadioButton(text, m_section);
        m_kind->addButton(button, kind);
        m_section->addRow(label, button, hint);
    };
    add(Nat, tr("Connect to"), tr("The &host's network, behind its address (NAT)"),
        tr("A network of host and guest alone. The guest reaches what the host reaches; nobody reaches the guest from "
           "outside."));
    m_network = new QLineEdit(m_section);
    m_section->addRow(tr("Net&work"), m_network,
                      tr("Four addresses, of which the host gets the first and the guest the "
                         "second."));
    add(Bridge, {}, tr("A &bridge"), tr("Machines on one bridge are in one network. It is made if it is not there."));
    m_bridge = new QLineEdit(u"br0"_s, m_section);
    m_section->addRow(tr("Na&me of the bridge"), m_bridge);
    add(Alone, {}, tr("&Nothing yet"), tr("The device alone: you connect it yourself."));
    m_kind->button(Nat)->setChecked(true);
    connect(m_kind, &QButtonGroup::idToggled, this, &MakeTapDialog::refresh);
    for (const QLineEdit *field : {m_network, m_bridge})
        connect(field, &QLineEdit::textEdited, this, &MakeTapDialog::refresh);
}

void MakeTapDialog::buildScript(const QString &scriptText)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(spacing::kLarge);
    const auto addBlock = [column](const QString &title, const QString &description, CopyBlock *block) {
        auto *card = new Card(title);
        card->setDescription(description);
        card->body()->addWidget(block);
        column->addWidget(card);
        return card;
    };
    if (m_mode == Mode::Make)
        column->addWidget(m_section);
    else
        m_section->deleteLater();
    Card *commands =
        addBlock(tr("What will run"), tr("These commands, as administrator, one after the other."), m_commands);
    commands->body()->addWidget(m_help, 0, Qt::AlignLeft);
    auto *script = new CopyBlock(tr("The script"));
    script->setMostLines(kScriptLines);
    script->setText(scriptText);
    addBlock(tr("The script in full"), m_script, script);
    addBlock(tr("In a terminal"), tr("Or type this instead of letting the manager run it."), m_command);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_run = buttons->addButton(tr("&Run as administrator"), QDialogButtonBox::ActionRole);
    setButtonKind(m_run, m_mode == Mode::Make ? ButtonKind::Primary : ButtonKind::Danger);
    connect(m_run, &QPushButton::clicked, this, &MakeTapDialog::run);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
}

QStringList MakeTapDialog::arguments() const
{
    if (m_mode == Mode::Remove)
        return {u"--remove"_s, m_device};
    QStringList all{m_device, u"--owner"_s, userName()};
    if (m_kind->checkedId() == Nat)
        all << u"--net"_s << m_network->text().trimmed() << u"--nat"_s;
    else if (m_kind->checkedId() == Bridge)
        all << u"--bridge"_s << m_bridge->text().trimmed();
    return all;
}

QString MakeTapDialog::commandLine() const
{
    if (m_script.isEmpty())
        return {};
    QStringList words{u"sudo"_s, m_script};
    words << arguments();
    for (QString &word : words) {
        const auto plain = [](QChar c) { return c.isLetterOrNumber() || u"/_-.:"_s.contains(c); };
        if (word.isEmpty() || !std::ranges::all_of(word, plain))
            word = u'\'' + word.replace(u'\'', "'\\''"_L1) + u'\'';
    }
    return words.join(u' ');
}

QString MakeTapDialog::whyNotRun() const
{
    if (m_script.isEmpty())
        return tr("The script network/make-tap of Sparkler's resources is missing.");
    if (m_running)
        return tr("It is running.");
    if (geteuid() != 0 && m_administrator.isEmpty())
        return tr("This host has no pkexec to ask for the administrator's password. Use the command for a terminal.");
    return m_good ? QString() : tr("It would not work; see what is said above.");
}

void MakeTapDialog::refresh()
{
    if (m_kind) {
        m_section->setRowVisible(m_network, m_kind->checkedId() == Nat);
        m_section->setRowVisible(m_bridge, m_kind->checkedId() == Bridge);
    }
    m_command->setText(commandLine());
    m_debounce.start();
    setEnabledOrWhyNot(m_run, whyNotRun());
}

void MakeTapDialog::preview()
{
    if (m_script.isEmpty()) {
        m_commands->setText(whyNotRun());
        m_help->setTopic(HelpTopic::Installation, m_commands->text());
        return;
    }
    // Only the newest counts; an older one may go on, it does nothing.
    if (m_preview)
        m_preview->disconnect(this);
    m_preview = new QProcess(this);
    QProcess *process = m_preview;
    process->setStandardInputFile(QProcess::nullDevice());
    const auto end = [this, process](bool good, const QString &text) {
        process->deleteLater();
        m_preview = nullptr;
        m_good = good;
        m_commands->setText(text.trimmed());
        m_help->setTopic(good ? HelpTopic::None : HelpTopic::Tap, m_commands->text());
        setEnabledOrWhyNot(m_run, whyNotRun());
    };
    connect(process, &QProcess::finished, this, [process, end](int code, QProcess::ExitStatus status) {
        const bool good = status == QProcess::NormalExit && code == 0;
        end(good, QString::fromUtf8(good ? process->readAllStandardOutput() : process->readAllStandardError()));
    });
    connect(process, &QProcess::errorOccurred, this, [process, end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false, process->errorString());
    });
    process->start(m_script, arguments() + QStringList{u"--dry-run"_s});
}

void MakeTapDialog::run()
{
    if (!whyNotRun().isEmpty())
        return;
    auto *task = new Task(m_mode == Mode::Make ? tr("Make the network device %1").arg(m_device)
                                               : tr("Take the network device %1 away").arg(m_device));
    ProcessStep step;
    step.program = m_administrator.isEmpty() ? m_script : m_administrator;
    step.arguments = m_administrator.isEmpty() ? arguments() : QStringList(m_script) + arguments();
    step.failure.what = m_mode == Mode::Make ? tr("The device %1 was not made.").arg(m_device)
                                             : tr("The device %1 is still there.").arg(m_device);
    step.failure.state = tr("Nothing was changed on this host.");
    step.failure.help = HelpTopic::Tap;
    m_tasks->add(task);
    m_running = true;
    m_message->hide();
    setEnabledOrWhyNot(m_run, whyNotRun());
    connect(task, &Task::finished, this, [this, task] { onEnded(task); });
    runProcess(task, step, [task] { task->finish(); });
}

void MakeTapDialog::onEnded(const Task *task)
{
    m_running = false;
    if (task->state() == Task::State::Done) {
        accept();
        return;
    }
    if (const auto failure = task->failure())
        showFailure(m_message, *failure, m_paths);
    refresh();
}

} // namespace sparkler::gui
