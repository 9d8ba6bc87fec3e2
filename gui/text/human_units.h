#pragma once

#include <QString>
#include <QStringView>
#include <QtGlobal>
#include <optional>

namespace sparkler::gui {

inline constexpr quint64 kKiB = 1024;
inline constexpr quint64 kMiB = 1024 * kKiB;
inline constexpr quint64 kGiB = 1024 * kMiB;
inline constexpr quint64 kTiB = 1024 * kGiB;

/// For products of two counts.
__extension__ typedef unsigned __int128 WideCount;

/// Understands "512", "1.5G", "20 MiB", "64 kb" (all units are powers of 1024; a bare number counts `bareUnit` bytes);
/// the decimal point may be the locale's or a full stop. Empty when it is no size, is negative, does not fit or is no
/// whole number of bytes.
std::optional<quint64> parseByteSize(QStringView text, quint64 bareUnit = 1);

/// Exact: parseByteSize() gives the same bytes back. "1.5 GiB", "1025 B".
QString formatByteSizeExact(quint64 bytes);

/// Short, rounded to three digits: "1.46 GiB". For showing only.
QString formatByteSize(double bytes);

/// Rounded with thousands shortened: "12.3 k", "4.56 M". For showing only.
QString formatCount(double count);

} // namespace sparkler::gui
