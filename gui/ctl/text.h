#pragma once

#include <QCoreApplication>

namespace sparkler::gui {

/// The texts of sparklectl: Ctl::tr() at work, QT_TRANSLATE_NOOP("sparklectl", …) in the table of commands.
struct Ctl {
    Q_DECLARE_TR_FUNCTIONS(sparklectl)
};

} // namespace sparkler::gui
