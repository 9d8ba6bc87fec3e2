#include "ctl/arguments.h"

#include "ctl/text.h"

#include <algorithm>
#include <optional>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

const Option *findOption(const Command &command, const QString &word)
{
    const auto fits = [&word](const Option &option) {
        return word == QLatin1StringView(option.name) ||
               (option.letter != 0 && word.size() == 2 && word[0] == u'-' && word[1] == QLatin1Char(option.letter));
    };
    for (const auto table : {command.options, commonOptions()}) {
        if (const auto found = std::ranges::find_if(table, fits); found != table.end())
            return &*found;
    }
    return nullptr;
}

/// What is wrong with the number of operands.
std::optional<QString> operandProblem(const Command &command, const QStringList &given)
{
    const auto &known = command.operands;
    const auto needed = std::ranges::count_if(known, [](const Operand &operand) { return !operand.optional; });
    if (given.size() < needed)
        return Ctl::tr("%1 is missing.").arg(QLatin1StringView(known[static_cast<std::size_t>(given.size())].name));
    const bool endless = !known.empty() && known.back().repeated;
    if (!endless && given.size() > static_cast<qsizetype>(known.size()))
        return Ctl::tr("“%1” is one word too many.").arg(given[static_cast<qsizetype>(known.size())]);
    return std::nullopt;
}

std::optional<QString> valueProblem(const Option &option, const QString &value)
{
    if (option.completes != Completes::Words)
        return std::nullopt;
    const QString words = QString::fromLatin1(option.words);
    // A list that ends with an open word, as in "none|user|TAP", takes any other, too.
    const QStringList known = words.split(u'|');
    const bool open = std::ranges::any_of(known, [](const QString &word) { return word == word.toUpper(); });
    if (open || known.contains(value))
        return std::nullopt;
    return Ctl::tr("%1 cannot be “%2”. Possible: %3.")
        .arg(QLatin1StringView(option.name), value, QString(words).replace(u'|', u", "_s));
}

} // namespace

std::expected<Arguments, QString> Arguments::parse(const Command &command, const QStringList &words)
{
    Arguments parsed;
    bool operandsOnly = false;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString &word = words[at];
        if (operandsOnly || word.size() < 2 || word[0] != u'-') {
            parsed.m_operands << word;
            continue;
        }
        if (word == "--"_L1) {
            operandsOnly = true;
            continue;
        }
        const qsizetype equals = word.startsWith("--"_L1) ? word.indexOf(u'=') : -1;
        const Option *option = findOption(command, equals < 0 ? word : word.left(equals));
        if (!option)
            return std::unexpected(Ctl::tr("There is no option %1.").arg(word));
        const QString name = QString::fromLatin1(option->name);
        if (!option->value) {
            if (equals >= 0)
                return std::unexpected(Ctl::tr("%1 takes no value.").arg(name));
            parsed.m_options.replace(name, {});
            continue;
        }
        if (equals < 0 && at + 1 == words.size())
            return std::unexpected(Ctl::tr("%1 needs a value: %2.").arg(name, QLatin1StringView(option->value)));
        const QString value = equals < 0 ? words[++at] : word.mid(equals + 1);
        if (!option->repeatable && parsed.m_options.contains(name))
            return std::unexpected(Ctl::tr("%1 is there twice.").arg(name));
        if (const auto problem = valueProblem(*option, value))
            return std::unexpected(*problem);
        parsed.m_options.insert(name, value);
    }
    if (const auto problem = operandProblem(command, parsed.m_operands); problem && !parsed.has("--help"))
        return std::unexpected(*problem);
    return parsed;
}

QString Arguments::value(const char *option, const QString &otherwise) const
{
    return m_options.value(QLatin1StringView(option), otherwise);
}

QStringList Arguments::values(const char *option) const
{
    QStringList all = m_options.values(QLatin1StringView(option)); // the last first
    std::ranges::reverse(all);
    return all;
}

std::expected<Order, QString> findOrder(const QStringList &words)
{
    for (const qsizetype count : {qsizetype{2}, qsizetype{1}}) {
        if (words.size() < count)
            continue;
        if (const Command *command = findCommand(words.first(count).join(u' ')))
            return Order{command, words.mid(count)};
    }
    const QString first = words.value(0);
    const QList<const Command *> group = commandsOf(first);
    if (group.isEmpty())
        return std::unexpected(Ctl::tr("There is no command “%1”.").arg(first));
    QStringList names;
    for (const Command *command : group)
        names << QString::fromLatin1(command->name).section(u' ', 1);
    return std::unexpected(Ctl::tr("“%1” needs one of these behind it: %2.").arg(first, names.join(u", "_s)));
}

} // namespace sparkler::gui
