#pragma once

#include "manager/store_testing.h"
#include "manager/workspace.h"

#include <QAbstractButton>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTemporaryDir>

#include <memory>

namespace sparkler::gui {

/// A workspace of its own with the fake engine, one page of it, and what is looked for in a page.
template <typename Page>
class PageTest : public QObject {
protected:
    /// `make`: the page, for this workspace.
    template <typename Make>
    void setUp(Make make)
    {
        qputenv("FAKE_ENGINE", "{}");
        m_directory = std::make_unique<QTemporaryDir>();
        Paths paths;
        paths.data = m_directory->filePath(QStringLiteral("data"));
        paths.cache = m_directory->filePath(QStringLiteral("cache"));
        paths.state = m_directory->filePath(QStringLiteral("state"));
        paths.engine = QStringLiteral(FAKE_ENGINE_PROGRAM);
        paths.tools = m_tools;
        paths.resources = QStringLiteral(RESOURCES_DIRECTORY);
        paths.troubleshooting = QStringLiteral(RESOURCES_DIRECTORY "/../docs/troubleshooting.md");
        m_workspace = std::make_unique<Workspace>(paths);
        m_workspace->open();
        m_page = make(m_workspace.get());
        m_page->resize(1100, 900);
        m_page->show();
    }

    void tearDown()
    {
        m_page.reset();
        for (Machine *machine : m_workspace->supervisor()->machines()) {
            if (machine->whyNot(MachineAction::ForceStop).isEmpty())
                machine->forceStop();
            QTRY_VERIFY(!machine->client());
        }
        m_workspace.reset();
    }

    QString file(const QString &name, qint64 bytes = 4096) const
    {
        QFile made(m_directory->filePath(name));
        if (!made.open(QIODevice::WriteOnly) || !made.resize(bytes))
            qFatal("no test file");
        return made.fileName();
    }

    /// One that can be started.
    MachineDefinition definition(const QString &name) const
    {
        MachineDefinition made = store_testing::definition(name, file(name + QStringLiteral(".img")));
        made.runner = RunnerChoice::Local;
        made.jail.choice = JailChoice::None; // no jailer here
        made.config.bootSource.kernelImagePath = file(name + QStringLiteral("-kernel"));
        return made;
    }

    Machine *add(const MachineDefinition &made)
    {
        const Outcome<QString> id = m_workspace->store()->create(made);
        if (!id)
            qFatal("%s", qPrintable(id.error().report()));
        return m_workspace->supervisor()->find(*id);
    }

    void start(Machine *machine)
    {
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
    }

    /// "METHOD PATH BODY", as the fake engine got them.
    QStringList requests(const Machine *machine) const
    {
        const QByteArray text = store_testing::read(machine->directory().root() + QStringLiteral("/logs/requests.log"));
        return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    }

    /// By its text, without mnemonics; one that is visible first.
    QAbstractButton *button(const QString &text, QWidget *in = nullptr) const
    {
        QAbstractButton *hidden = nullptr;
        for (QAbstractButton *found : root(in)->template findChildren<QAbstractButton *>()) {
            if (found->text().remove(u'&') != text)
                continue;
            if (found->isVisible())
                return found;
            hidden = found;
        }
        return hidden;
    }

    template <typename T>
    T *field(const QString &name, QWidget *in = nullptr) const
    {
        for (T *found : root(in)->template findChildren<T *>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }

    QString shownText(QWidget *in = nullptr) const
    {
        QStringList texts;
        for (const QLabel *label : root(in)->template findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }

    template <typename T>
    T *dialog() const
    {
        for (T *found : m_page->template findChildren<T *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }

    QWidget *root(QWidget *in) const { return in ? in : m_page.get(); }

    QString m_tools; ///< sparkler-tools, for the next setUp(); empty: not installed
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Page> m_page;
};

} // namespace sparkler::gui
