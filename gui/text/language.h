#pragma once

#include <QList>
#include <QString>

class QCoreApplication;

namespace sparkler::gui {

struct Language {
    QString code; ///< "de", "zh_CN"
    QString name; ///< in the language itself
};

/// Those the program speaks.
QList<Language> languages();

/// Installs the translations of Sparkler and of Qt for `code`, or for the system's languages when it is empty, and sets
/// the layout direction. English always works.
void installLanguage(QCoreApplication &application, const QString &code);

} // namespace sparkler::gui
