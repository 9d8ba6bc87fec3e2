#pragma once

#include "ctl/command.h"
#include "manager/failure.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sparkler::gui {

/// Standard output and standard error. Bytes from guests and files are made harmless where they go to people: a control
/// character is shown, not sent to the terminal.
class Output {
public:
    explicit Output(bool json = false, bool quiet = false) : m_json(json), m_quiet(quiet) {}

    bool json() const { return m_json; }
    bool quiet() const { return m_quiet; }

    /// One line on standard output.
    void line(const QString &text) const;
    void lines(const QStringList &texts) const;
    /// Rows under a head, in columns as wide as needed; the last one is not filled up.
    void table(const QStringList &head, const QList<QStringList> &rows) const;
    /// As it is, e.g. a script or a document of the engine's.
    static void raw(const QByteArray &bytes);
    /// One document: indented.
    static void document(const QJsonObject &object);
    static void document(const QJsonArray &array);
    /// One line of a stream of documents.
    static void record(const QJsonObject &object);
    /// For people, on standard error; not with --quiet or --json, and nothing for an empty text.
    void remark(const QString &text) const;

    /// Tells what failed, why and what helps, on standard error. Returns `exit`.
    Exit fail(const Failure &failure, Exit exit = Exit::Failed) const;
    Exit fail(const QString &what, const QString &why, Exit exit, const QString &remedy = {}) const;
    Exit usage(const QString &what, const QString &command = {}) const;

private:
    bool m_json;
    bool m_quiet;
};

/// "troubleshooting.md#drive"; empty for None.
QString helpReference(HelpTopic topic);
/// Control characters other than line feed and tabulator as "\x1b".
QString printable(const QString &text);
/// How many columns of a terminal the text takes: East Asian characters take two.
qsizetype columnsOf(const QString &text);

} // namespace sparkler::gui
