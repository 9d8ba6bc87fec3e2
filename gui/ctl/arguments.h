#pragma once

#include "ctl/command.h"

#include <QMultiMap>

#include <expected>

namespace sparkler::gui {

/// What was typed behind a command's name, checked against the table.
class Arguments {
public:
    /// "--name value", "--name=value", "-n value", flags, operands in any place; behind "--" operands only. Error: a
    /// translated sentence. With --help nothing is missed.
    static std::expected<Arguments, QString> parse(const Command &command, const QStringList &words);

    bool has(const char *option) const { return m_options.contains(QLatin1StringView(option)); }
    /// The last one given, or `otherwise`.
    QString value(const char *option, const QString &otherwise = {}) const;
    QStringList values(const char *option) const; ///< in the order given
    /// Empty: it was not given.
    QString operand(qsizetype at) const { return m_operands.value(at); }
    QStringList operandsFrom(qsizetype at) const { return m_operands.mid(at); }

private:
    QMultiMap<QString, QString> m_options;
    QStringList m_operands;
};

/// The command that `words` begin with, and what follows its name. Error: a translated sentence.
struct Order {
    const Command *command = nullptr;
    QStringList rest;
};
std::expected<Order, QString> findOrder(const QStringList &words);

} // namespace sparkler::gui
