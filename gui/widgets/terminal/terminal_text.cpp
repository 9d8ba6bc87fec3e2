#include "widgets/terminal/terminal_text.h"

#include <algorithm>

namespace sparkler::gui {

TerminalRowText::TerminalRowText(const TerminalLine &line)
{
    std::size_t count = line.cells.size();
    while (count > 0 && (line.cells[count - 1].code == 0 && line.cells[count - 1].width != 0))
        --count;
    m_text.reserve(static_cast<qsizetype>(count));
    for (std::size_t i = 0; i < count; ++i) {
        const TerminalCell &cell = line.cells[i];
        if (cell.width == 0)
            continue;
        const char32_t code = cell.code == 0 ? U' ' : cell.code;
        m_text += QString::fromUcs4(&code, 1);
        if (cell.marks != 0)
            m_text += QString::fromStdU32String(line.marks[cell.marks - 1u]);
        m_columns.resize(static_cast<std::size_t>(m_text.size()), static_cast<int>(i));
        m_ends.resize(m_columns.size(), static_cast<int>(i) + cell.width);
    }
}

qsizetype TerminalRowText::indexOfColumn(int column) const
{
    return std::ranges::lower_bound(m_columns, column) - m_columns.begin();
}

int TerminalRowText::columnOf(qsizetype index) const
{
    return m_columns[static_cast<std::size_t>(index)];
}

int TerminalRowText::endColumnOf(qsizetype index) const
{
    return m_ends[static_cast<std::size_t>(index)];
}

QString TerminalRowText::textBetween(int from, int to) const
{
    const qsizetype start = indexOfColumn(from);
    const qsizetype end = indexOfColumn(to);
    QString part = end > start ? m_text.mid(start, end - start) : QString();
    if (end == m_text.size()) {
        while (part.endsWith(u' '))
            part.chop(1);
    }
    return part;
}

std::optional<TerminalRowText::Columns> TerminalRowText::findForward(const QString &needle, int fromColumn,
                                                                     Qt::CaseSensitivity sensitivity) const
{
    const qsizetype at = m_text.indexOf(needle, indexOfColumn(fromColumn), sensitivity);
    if (at < 0)
        return std::nullopt;
    return Columns{columnOf(at), endColumnOf(at + needle.size() - 1)};
}

std::optional<TerminalRowText::Columns> TerminalRowText::findBackward(const QString &needle, int toColumn,
                                                                      Qt::CaseSensitivity sensitivity) const
{
    const qsizetype last = indexOfColumn(toColumn) - needle.size();
    if (last < 0)
        return std::nullopt;
    const qsizetype at = m_text.lastIndexOf(needle, last, sensitivity);
    if (at < 0)
        return std::nullopt;
    return Columns{columnOf(at), endColumnOf(at + needle.size() - 1)};
}

TerminalRowText::Columns TerminalRowText::wordAround(int column) const
{
    const auto isWord = [this](qsizetype index) {
        const QChar c = m_text.at(index);
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || QStringView(u"_-./~:@%+#=?&").contains(c);
    };
    qsizetype at = indexOfColumn(column);
    if (at < m_text.size() && columnOf(at) > column && at > 0)
        at = indexOfColumn(columnOf(at - 1)); // inside a wide character
    if (at >= m_text.size())
        return {column, column + 1};
    if (!isWord(at))
        return {columnOf(at), endColumnOf(at)};
    qsizetype start = at;
    while (start > 0 && isWord(start - 1))
        --start;
    qsizetype end = at;
    while (end + 1 < m_text.size() && isWord(end + 1))
        ++end;
    return {columnOf(start), endColumnOf(end)};
}

} // namespace sparkler::gui
