#include "app/task_panel.h"

#include "pages/help_link.h"
#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace sparkler::gui {
namespace {

/// One task: title and button, bar, what it does.
class TaskRow : public QWidget {
    Q_OBJECT
public:
    TaskRow(Task *task, const Paths &paths, QWidget *parent)
        : QWidget(parent), m_task(task), m_title(new ElidedLabel), m_help(new HelpLink(paths, this)),
          m_button(new QToolButton), m_bar(new QProgressBar), m_step(new ElidedLabel)
    {
        m_title->setText(task->title());
        m_help->setToolButtonStyle(Qt::ToolButtonIconOnly); // the panel is narrow
        m_button->setAutoRaise(true);
        m_button->setFocusPolicy(Qt::TabFocus);
        connect(m_button, &QToolButton::clicked, this, &TaskRow::press);
        m_bar->setTextVisible(false);
        m_bar->setMaximumHeight(6);
        m_bar->setAccessibleName(task->title());
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.9);
        m_step->setFont(small);

        auto *top = new QHBoxLayout;
        top->addWidget(m_title, 1);
        top->addWidget(m_help);
        top->addWidget(m_button);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(spacing::kSmall, spacing::kTight, spacing::kSmall, spacing::kTight);
        layout->setSpacing(2);
        layout->addLayout(top);
        layout->addWidget(m_bar);
        layout->addWidget(m_step);
        connect(task, &Task::changed, this, &TaskRow::refresh);
        refresh();
    }

private:
    void press()
    {
        if (!m_task->ended())
            m_task->cancel();
        else if (m_task->failure())
            QApplication::clipboard()->setText(m_task->failure()->report());
    }

    void refresh()
    {
        const bool ended = m_task->ended();
        m_bar->setVisible(!ended);
        if (const auto progress = m_task->progress()) {
            m_bar->setRange(0, 1000);
            m_bar->setValue(static_cast<int>(std::lround(*progress * 1000)));
        } else {
            m_bar->setRange(0, 0);
        }
        m_step->setText(statusText());
        m_step->setVisible(!m_step->text().isEmpty());
        const bool failed = m_task->state() == Task::State::Failed;
        const auto failure = m_task->failure();
        m_help->setTopic(failed && failure ? helpTopicOf(*failure) : HelpTopic::None, m_task->title());
        m_button->setVisible(!ended || failed);
        m_button->setIcon(icon(failed ? Icon::Copy : Icon::Close));
        m_button->setEnabled(failed || m_task->canCancel());
        const QString name = failed ? tr("Copy the error report") : tr("Cancel");
        m_button->setAccessibleName(tr("%1: %2", "button and task").arg(name, m_task->title()));
        m_button->setToolTip(failed || m_task->canCancel() ? name : m_task->whyNotCancel());
    }

    QString statusText() const
    {
        switch (m_task->state()) {
        case Task::State::Running:
            return m_task->step();
        case Task::State::Cancelling:
            return tr("Cancelling");
        case Task::State::Done:
            return tr("Done");
        case Task::State::Cancelled:
            return tr("Cancelled");
        case Task::State::Failed:
            break;
        }
        const auto failure = m_task->failure();
        QStringList sentences = failure ? QStringList{failure->why, failure->remedy} : QStringList();
        sentences.removeAll(QString());
        return sentences.isEmpty() ? tr("Failed") : tr("Failed: %1").arg(sentences.join(u' '));
    }

    Task *m_task;
    ElidedLabel *m_title;
    HelpLink *m_help;
    QToolButton *m_button;
    QProgressBar *m_bar;
    ElidedLabel *m_step;
};

} // namespace

TaskPanel::TaskPanel(TaskList *tasks, Paths paths, QWidget *parent)
    : QWidget(parent), m_tasks(tasks), m_paths(std::move(paths)), m_rows(new QWidget),
      m_layout(new QVBoxLayout(m_rows)), m_scroll(new QScrollArea)
{
    auto *caption = new QLabel(tr("Tasks"));
    caption->setFont(Theme::font(TextRole::Subheading));
    auto *clear = new QToolButton;
    clear->setText(tr("Clear finished"));
    clear->setAutoRaise(true);
    clear->setFocusPolicy(Qt::TabFocus);
    connect(clear, &QToolButton::clicked, m_tasks, &TaskList::clearEnded);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(spacing::kSmall, 0, 0, 0);
    top->addWidget(caption, 1);
    top->addWidget(clear);

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch();
    m_scroll->setWidget(m_rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::kSmall, 0, 0);
    layout->setSpacing(spacing::kTight);
    layout->addLayout(top);
    layout->addWidget(m_scroll);

    for (Task *task : tasks->tasks())
        add(task);
    connect(tasks, &TaskList::added, this, &TaskPanel::add);
    connect(tasks, &TaskList::removed, this, &TaskPanel::remove);
    // Later: a row that has another height now may not know of it yet.
    connect(tasks, &TaskList::changed, this, &TaskPanel::refresh, Qt::QueuedConnection);
    refresh();
}

void TaskPanel::add(Task *task)
{
    auto *row = new TaskRow(task, m_paths, m_rows);
    m_layout->insertWidget(0, row);
    m_byTask.insert(task, row);
    refresh();
}

void TaskPanel::remove(Task *task)
{
    delete m_byTask.take(task);
    refresh();
}

void TaskPanel::refresh()
{
    setVisible(!m_byTask.isEmpty());
    // As high as up to three of them.
    int height = 0;
    for (int i = 0; i < std::min(3, m_layout->count() - 1); ++i)
        height += m_layout->itemAt(i)->widget()->sizeHint().height();
    m_scroll->setFixedHeight(height);
}

} // namespace sparkler::gui

#include "task_panel.moc"
