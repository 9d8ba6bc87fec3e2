#pragma once

#include <QList>

namespace sparkler::gui {

/// How a list of rows becomes another one: the rows at both ends that stay, and how many lie between, before and after.
struct RowDiff {
    qsizetype head = 0;
    qsizetype gone = 0;
    qsizetype come = 0;
};

/// `same(a, b)`: they are the same row, whatever it holds. Forms change one row at a time.
template <typename T, typename Same>
RowDiff diffRows(const QList<T> &before, const QList<T> &after, Same same)
{
    RowDiff diff;
    while (diff.head < before.size() && diff.head < after.size() && same(before[diff.head], after[diff.head]))
        ++diff.head;
    qsizetype tail = 0;
    while (tail < before.size() - diff.head && tail < after.size() - diff.head &&
           same(before[before.size() - 1 - tail], after[after.size() - 1 - tail]))
        ++tail;
    diff.gone = before.size() - diff.head - tail;
    diff.come = after.size() - diff.head - tail;
    return diff;
}

} // namespace sparkler::gui
