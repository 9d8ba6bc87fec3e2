#include "app/about_dialog.h"

#include "manager/readiness.h"
#include "widgets/icons.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace sparkler::gui {
namespace {

struct AboutDialog {
    Q_DECLARE_TR_FUNCTIONS(AboutDialog)
};

} // namespace

void showAbout(Readiness *readiness, QWidget *parent)
{
    const QString engine = readiness->engineVersion();
    QMessageBox box(parent);
    box.setWindowTitle(AboutDialog::tr("About Sparkler"));
    box.setIconPixmap(icon(Icon::Logo).pixmap(64));
    box.setText(AboutDialog::tr("Sparkler %1").arg(QStringLiteral(SPARKLER_VERSION)));
    box.setInformativeText(
        AboutDialog::tr("Create, run and watch KVM microVMs.\n\nEngine: %1\nQt: %2\nLicence: Apache-2.0")
            .arg(engine.isEmpty() ? AboutDialog::tr("not found") : engine, QString::fromLatin1(qVersion())));
    box.setStandardButtons(QMessageBox::Close);
    box.exec();
}

} // namespace sparkler::gui
