#include "ctl/completion.h"

#include "ctl/command.h"
#include "ctl/text.h"

#include <QSet>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString kind(Completes completes, const char *words)
{
    switch (completes) {
    case Completes::Machine:
        return u"machine"_s;
    case Completes::Trash:
        return u"trash"_s;
    case Completes::File:
        return u"file"_s;
    case Completes::Words: {
        QStringList known;
        for (const QString &word : QString::fromLatin1(words).split(u'|')) {
            if (word != word.toUpper()) // capitals stand for something of the user's
                known << word;
        }
        return u"words "_s + known.join(u' ');
    }
    case Completes::Nothing:
        break;
    }
    return u"nothing"_s;
}

/// In single quotes, for any of the shells.
QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

/// The words that can come first, and those behind a group.
QStringList firstWords()
{
    QStringList words;
    for (const Command *command : allCommands()) {
        const QString word = QString::fromLatin1(command->name).section(u' ', 0, 0);
        if (!words.contains(word))
            words << word;
    }
    return words;
}

QStringList secondWords(const QString &group)
{
    QStringList words;
    for (const Command *command : commandsOf(group))
        words << QString::fromLatin1(command->name).section(u' ', 1);
    return words;
}

QStringList optionWords(const Command &command)
{
    QStringList words;
    for (const auto table : {command.options, commonOptions()}) {
        for (const Option &option : table)
            words << QString::fromLatin1(option.name);
    }
    return words;
}

/// case arms of a POSIX shell's function: `pattern) echo what;;`
QString arm(const QString &pattern, const QString &text)
{
    return u"        "_s + pattern + u") echo "_s + quoted(text) + u";;\n"_s;
}

/// What bash and zsh have in common: three functions that answer for a command line.
QString shellTables()
{
    QString options = u"_sparklectl_options() {\n    case \"$1\" in\n"_s;
    QString operands = u"_sparklectl_operand() {\n    case \"$1\" in\n"_s;
    QString values = u"_sparklectl_value() {\n    case \"$1\" in\n"_s;
    for (const Command *command : allCommands()) {
        const QString name = QString::fromLatin1(command->name);
        options += arm(quoted(name), optionWords(*command).join(u' '));
        if (!command->operands.empty()) {
            // The last operand goes for all that follow.
            for (std::size_t at = 0; at < command->operands.size(); ++at) {
                const Operand &operand = command->operands[at];
                const bool last = at + 1 == command->operands.size() && operand.repeated;
                operands += arm(quoted(name + u' ' + QString::number(at)) +
                                    (last ? u"|"_s + quoted(name + u' ') + u'*' : QString()),
                                kind(operand.completes, operand.words));
            }
        }
        for (const Option &option : command->options) {
            if (!option.value)
                continue;
            QString pattern = quoted(name + u' ' + QLatin1StringView(option.name));
            if (option.letter != 0)
                pattern += u'|' + quoted(name + u" -"_s + QLatin1Char(option.letter));
            values += arm(pattern, kind(option.completes, option.words));
        }
    }
    for (QString *table : {&options, &operands, &values})
        *table += u"    esac\n}\n"_s;
    QString groups = u"_sparklectl_group() {\n    case \"$1\" in\n"_s;
    for (const QString &word : firstWords()) {
        if (const QStringList second = secondWords(word); !second.isEmpty())
            groups += arm(word, second.join(u' '));
    }
    return options + operands + values + groups + u"    esac\n}\n"_s;
}

/// What a line needs next, in words that both shells understand: sets `wanted` to a kind and its words.
QString shellWalk()
{
    return uR"sh(# Sets $wanted to what can stand at the cursor: "machine", "file", "words a b c" ...
_sparklectl_wanted() {
    local command='' word value count=0 group
    wanted="words $_sparklectl_first"
    for word in "$@"; do
        if [ -z "$command" ]; then
            group=$(_sparklectl_group "$word")
            if [ -n "$group" ]; then
                command="$word+"
                wanted="words $group"
            else
                command=$word
            fi
            continue
        fi
        case "$command" in
            *+) command="${command%+} $word"; continue;;
        esac
        if [ -n "$value" ]; then
            value=''
            continue
        fi
        case "$word" in
            -*) value=$(_sparklectl_value "$command $word");;
            *) count=$((count + 1));;
        esac
    done
    case "$command" in
        ''|*+) return;;
    esac
    if [ -n "$value" ]; then
        wanted=$value
    else
        wanted=$(_sparklectl_operand "$command $count")
        case "${wanted:-nothing}" in
            nothing) wanted="words $(_sparklectl_options "$command")";;
        esac
        case "$current" in
            -*) wanted="words $(_sparklectl_options "$command")";;
        esac
    fi
}
)sh"_s;
}

QString bashScript()
{
    return u"# bash completion of sparklectl, made by `sparklectl completion bash`\n"_s + u"_sparklectl_first="_s +
           quoted(firstWords().join(u' ')) + u'\n' + shellTables() + shellWalk() + uR"sh(
_sparklectl_names() {
    local name
    while IFS= read -r name; do
        case "$name" in
            "$current"*) COMPREPLY+=("$(printf '%q' "$name")");;
        esac
    done
}

_sparklectl() {
    local wanted current=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    _sparklectl_wanted "${COMP_WORDS[@]:1:COMP_CWORD-1}"
    case "$wanted" in
        machine) _sparklectl_names < <(sparklectl list --names 2>/dev/null);;
        trash) _sparklectl_names < <(sparklectl trash --names 2>/dev/null);;
        file) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current");;
        words*) mapfile -t COMPREPLY < <(compgen -W "${wanted#words}" -- "$current");;
    esac
}

complete -F _sparklectl sparklectl
)sh"_s;
}

QString zshScript()
{
    return u"#compdef sparklectl\n# zsh completion of sparklectl, made by `sparklectl completion zsh`\n"_s +
           u"_sparklectl_first="_s + quoted(firstWords().join(u' ')) + u'\n' + shellTables() + shellWalk() + uR"sh(
_sparklectl() {
    local wanted current=${words[CURRENT]}
    local -a names
    _sparklectl_wanted "${(@)words[2,CURRENT-1]}"
    case "$wanted" in
        machine) names=("${(@f)$(sparklectl list --names 2>/dev/null)}"); compadd -a names;;
        trash) names=("${(@f)$(sparklectl trash --names 2>/dev/null)}"); compadd -a names;;
        file) _files;;
        words*) names=(${=wanted#words}); compadd -a names;;
    esac
}

if [ "$funcstack[1]" = _sparklectl ]; then
    _sparklectl "$@"
else
    compdef _sparklectl sparklectl
fi
)sh"_s;
}

QString fishSource(Completes completes, const char *words)
{
    const QString what = kind(completes, words);
    if (what == "machine"_L1)
        return u" -a '(sparklectl list --names 2>/dev/null)'"_s;
    if (what == "trash"_L1)
        return u" -a '(sparklectl trash --names 2>/dev/null)'"_s;
    if (what == "file"_L1)
        return u" -F"_s;
    return what.startsWith("words"_L1) ? u" -a "_s + quoted(what.mid(6)) : QString();
}

QString fishText(const char *text)
{
    return u" -d '"_s + Ctl::tr(text).replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString fishScript()
{
    QString text = u"# fish completion of sparklectl, made by `sparklectl completion fish`\n"
                   "function __sparklectl_is\n"
                   "    set -l words (commandline -opc)\n"
                   "    set -l last (math (count $argv) + 1)\n"
                   "    test (count $words) -ge $last; or return 1\n"
                   "    test \"$words[2..$last]\" = \"$argv\"\n"
                   "end\n"
                   "function __sparklectl_first\n"
                   "    test (count (commandline -opc)) -eq (math $argv[1] + 1)\n"
                   "end\n"
                   "complete -c sparklectl -f\n"_s;
    QSet<QString> groups;
    for (const Command *command : allCommands()) {
        const QString name = QString::fromLatin1(command->name);
        const QString first = name.section(u' ', 0, 0);
        const QString second = name.section(u' ', 1);
        if (second.isEmpty()) {
            text +=
                u"complete -c sparklectl -n '__sparklectl_first 0' -a "_s + first + fishText(command->summary) + u'\n';
        } else {
            if (!groups.contains(first))
                text += u"complete -c sparklectl -n '__sparklectl_first 0' -a "_s + first + u'\n';
            groups.insert(first);
            text += u"complete -c sparklectl -n '__sparklectl_first 1; and __sparklectl_is "_s + first + u"' -a "_s +
                    second + fishText(command->summary) + u'\n';
        }
        const QString here = u"complete -c sparklectl -n '__sparklectl_is "_s + name + u'\'';
        for (const Operand &operand : command->operands) {
            if (const QString source = fishSource(operand.completes, operand.words); !source.isEmpty())
                text += here + source + u'\n';
        }
        for (const auto table : {command->options, commonOptions()}) {
            for (const Option &option : table) {
                text += here + u" -l "_s + QString::fromLatin1(option.name).mid(2);
                if (option.letter != 0)
                    text += u" -s "_s + QLatin1Char(option.letter);
                // -x: a value, and no name of a file for it.
                if (option.value)
                    text += (option.completes == Completes::File ? u" -r"_s : u" -x"_s) +
                            fishSource(option.completes, option.words);
                text += fishText(option.help) + u'\n';
            }
        }
    }
    return text;
}

} // namespace

QString completionScript(const QString &shell)
{
    if (shell == "bash"_L1)
        return bashScript();
    if (shell == "zsh"_L1)
        return zshScript();
    return shell == "fish"_L1 ? fishScript() : QString();
}

} // namespace sparkler::gui
