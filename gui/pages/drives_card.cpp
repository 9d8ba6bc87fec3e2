#include "pages/drives_card.h"

#include "pages/live_parts.h"
#include "widgets/flow_layout.h"
#include "widgets/form_section.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace sparkler::gui {

namespace {

constexpr int kMostRowsShown = 8;

} // namespace

DrivesCard::DrivesCard(QWidget *parent)
    : Card(tr("Drives"), parent), m_model(new DriveModel(this)), m_table(new QTableView(this)),
      m_empty(makeHintLabel(tr("This machine has no drives. It runs from its initial RAM disk alone."), this)),
      m_buttons(new QWidget(this)), m_problem(new ValidityLabel(this))
{
    buildTable();
    auto *row = new FlowLayout(m_buttons, spacing::kSmall);
    auto *add = new QPushButton(icon(Icon::Add), tr("&Add drive…"), m_buttons);
    auto *create = new QPushButton(icon(Icon::Drive), tr("&New disk…"), m_buttons);
    connect(add, &QPushButton::clicked, this, &DrivesCard::addRequested);
    connect(create, &QPushButton::clicked, this, &DrivesCard::newDiskRequested);
    row->addWidget(add);
    row->addWidget(create);
    for (QPushButton *button :
         {addButton(tr("&Edit…"), &DrivesCard::editRequested), addButton(tr("&Limits…"), &DrivesCard::limitsRequested),
          m_makeRoot = addButton(tr("&Set as root"), &DrivesCard::rootRequested),
          addButton(tr("&Remove"), &DrivesCard::removeRequested)})
        row->addWidget(button);
    m_forOne[0]->setToolTip(tr("Change the drive (Return)"));
    m_forOne[3]->setToolTip(tr("Takes the drive out of the machine; its file stays (Delete)"));
    body()->addWidget(m_empty);
    body()->addWidget(m_table);
    body()->addWidget(m_problem);
    body()->addWidget(m_buttons);
    refresh();
}

void DrivesCard::buildTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Drives"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setItemDelegateForColumn(DriveModel::NoteColumn,
                                      new IconColumnDelegate(
                                          [](const QModelIndex &index) -> std::optional<IconColumnDelegate::Mark> {
                                              if (index.data(DriveModel::ProblemRole).toBool())
                                                  return IconColumnDelegate::Mark{Icon::Error, ColourRole::Danger};
                                              if (!index.data().toString().isEmpty())
                                                  return IconColumnDelegate::Mark{Icon::Edit, ColourRole::Accent};
                                              return std::nullopt;
                                          },
                                          m_table));
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, [this] { emit editRequested(selectedId()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DrivesCard::refreshButtons);
}

QPushButton *DrivesCard::addButton(const QString &text, void (DrivesCard::*request)(const QString &))
{
    auto *button = new QPushButton(text, m_buttons);
    connect(button, &QPushButton::clicked, this, [this, request] {
        if (const QString id = selectedId(); !id.isEmpty())
            emit(this->*request)(id);
    });
    m_forOne << button;
    return button;
}

bool DrivesCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && !selectedId().isEmpty()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2) {
            emit editRequested(selectedId());
            return true;
        }
        if (key == Qt::Key_Delete) {
            emit removeRequested(selectedId());
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

QString DrivesCard::selectedId() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.constFirst().data(DriveModel::DriveIdRole).toString();
}

void DrivesCard::select(const QString &driveId)
{
    if (const int row = m_model->rowOf(driveId); row >= 0)
        m_table->selectRow(row);
}

void DrivesCard::setProblem(const QString &text)
{
    m_general = text;
    refresh();
}

void DrivesCard::refresh()
{
    const bool any = m_model->rowCount() > 0;
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    bool noted = false;
    QStringList problems;
    if (!m_general.isEmpty())
        problems << m_general;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex note = m_model->index(row, DriveModel::NoteColumn);
        noted = noted || !note.data().toString().isEmpty();
        // In full beneath the table: a column is too narrow for a sentence.
        if (note.data(DriveModel::ProblemRole).toBool())
            problems << tr("Drive “%1”: %2").arg(note.data(DriveModel::DriveIdRole).toString(), note.data().toString());
    }
    m_table->setColumnHidden(DriveModel::NoteColumn, !noted);
    m_problem->setValidity({problems.isEmpty() ? Validity::Level::Ok : Validity::Level::Error, problems.join(u'\n')});
    fitColumns();
    fitHeight();
    // The buttons are about one drive: the first one, until another is chosen.
    if (any && selectedId().isEmpty())
        m_table->selectRow(0);
    refreshButtons();
}

void DrivesCard::refreshButtons()
{
    const QString selected = selectedId();
    for (QPushButton *button : std::as_const(m_forOne))
        button->setEnabled(!selected.isEmpty());
    const int row = m_model->rowOf(selected);
    m_makeRoot->setEnabled(row >= 0 && !m_model->drives()[row].isRootDevice);
}

void DrivesCard::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int last =
        m_table->isColumnHidden(DriveModel::NoteColumn) ? DriveModel::NoteColumn - 1 : DriveModel::NoteColumn;
    for (int column = 0; column < DriveModel::NoteColumn; ++column) {
        m_table->resizeColumnToContents(column);
        // The last one takes what is left; more would only bring a scroll bar.
        if (column != last)
            header->resizeSection(column, header->sectionSize(column) + spacing::kSmall);
    }
}

/// As high as its rows: the page scrolls, not the table.
void DrivesCard::fitHeight()
{
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    const int rows = qMin(m_model->rowCount(), kMostRowsShown);
    height += rows * m_table->verticalHeader()->defaultSectionSize();
    if (m_table->horizontalScrollBar()->maximum() > 0 ||
        m_table->horizontalHeader()->length() > m_table->viewport()->width())
        height += m_table->horizontalScrollBar()->sizeHint().height();
    m_table->setFixedHeight(height);
}

} // namespace sparkler::gui
