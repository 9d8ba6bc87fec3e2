#include "pages/verification_dialog.h"

#include "manager/snapshots/snapshot_text.h"
#include "pages/findings_view.h"
#include "widgets/icons.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sparkler::gui {
namespace {

QIcon pictureOf(VerifiedFile::State state)
{
    switch (state) {
    case VerifiedFile::State::Good:
        return icon(Icon::Check, ColourRole::Success);
    case VerifiedFile::State::Recorded:
        return icon(Icon::Info, ColourRole::Info);
    case VerifiedFile::State::Changed:
    case VerifiedFile::State::Missing:
    case VerifiedFile::State::Unreadable:
        break;
    }
    return icon(Icon::Error, ColourRole::Danger);
}

/// What to do about it.
QString remedy(const Verification &verification)
{
    if (verification.good())
        return {};
    return VerificationDialog::tr(
        "Do not restore it: the guest would go on with other memory or drives than it had. If "
        "there is an archive of it, import that.");
}

} // namespace

VerificationDialog::VerificationDialog(const QString &snapshotName, const Verification &verification,
                                       const Paths &paths, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Files of “%1”").arg(snapshotName));
    auto *summary = new FindingsView(paths, this);
    const QString sentence = verificationText(verification);
    if (verification.good())
        summary->setFindings({}, sentence);
    else
        summary->setFindings({{Finding::Severity::Problem, sentence, remedy(verification), {}}}, {});
    auto *table = new QTableWidget(static_cast<int>(verification.files.size()), 3, this);
    table->setHorizontalHeaderLabels({tr("File"), tr("Outcome"), tr("Details")});
    table->setAccessibleName(tr("Files of the snapshot"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < table->rowCount(); ++row) {
        const VerifiedFile &file = verification.files[row];
        table->setItem(row, 0, new QTableWidgetItem(file.file));
        table->setItem(row, 1, new QTableWidgetItem(pictureOf(file.state), fileStateText(file.state)));
        table->setItem(row, 2, new QTableWidgetItem(file.detail));
    }
    table->resizeColumnsToContents();
    for (const int column : {0, 1})
        table->setColumnWidth(column, table->columnWidth(column) + spacing::kMedium);
    table->horizontalHeader()->setStretchLastSection(true);
    const bool detailed =
        std::ranges::any_of(verification.files, [](const auto &file) { return !file.detail.isEmpty(); });
    table->setColumnHidden(2, !detailed);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(summary);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resize(560, 380);
}

} // namespace sparkler::gui
