#include "pages/table_card.h"

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

TableCard::TableCard(const QString &title, const QString &empty, QAbstractItemModel *model, const Layout &layout,
                     QWidget *parent)
    : Card(title, parent), m_model(model), m_layout(layout), m_table(new QTableView(this)),
      m_empty(makeHintLabel(empty, this)), m_buttons(new QWidget(this)), m_problem(new ValidityLabel(this))
{
    m_model->setParent(this);
    buildTable();
    m_table->setAccessibleName(title);
    new FlowLayout(m_buttons, spacing::kSmall);
    body()->addWidget(m_empty);
    body()->addWidget(m_table);
    body()->addWidget(m_problem);
    body()->addWidget(m_buttons);
}

void TableCard::buildTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setItemDelegateForColumn(m_layout.noteColumn,
                                      new IconColumnDelegate(
                                          [this](const QModelIndex &index) -> std::optional<IconColumnDelegate::Mark> {
                                              if (index.data(m_layout.problemRole).toBool())
                                                  return IconColumnDelegate::Mark{Icon::Error, ColourRole::Danger};
                                              if (!index.data().toString().isEmpty())
                                                  return IconColumnDelegate::Mark{Icon::Edit, ColourRole::Accent};
                                              return std::nullopt;
                                          },
                                          m_table));
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, [this] { emit editRequested(selectedId()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refreshButtons();
        emit selectionChanged();
    });
}

QPushButton *TableCard::addButton(const QString &text)
{
    auto *button = new QPushButton(text, m_buttons);
    m_buttons->layout()->addWidget(button);
    return button;
}

QPushButton *TableCard::addButton(const QString &text, const Request &request)
{
    QPushButton *button = addButton(text);
    connect(button, &QPushButton::clicked, this, [this, request] {
        if (const QString id = selectedId(); !id.isEmpty())
            request(id);
    });
    m_forOne << button;
    return button;
}

bool TableCard::eventFilter(QObject *watched, QEvent *event)
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

QString TableCard::selectedId() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.constFirst().data(m_layout.idRole).toString();
}

void TableCard::select(const QString &id)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(m_layout.idRole).toString() == id)
            m_table->selectRow(row);
    }
}

void TableCard::setProblem(const QString &text)
{
    m_general = text;
    refresh();
}

void TableCard::refresh()
{
    const bool any = m_model->rowCount() > 0;
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    bool noted = false;
    QStringList problems;
    if (!m_general.isEmpty())
        problems << m_general;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex note = m_model->index(row, m_layout.noteColumn);
        noted = noted || !note.data().toString().isEmpty();
        // In full beneath the table: a column is too narrow for a sentence.
        if (note.data(m_layout.problemRole).toBool())
            problems << problemLine(note.data(m_layout.idRole).toString(), note.data().toString());
    }
    m_table->setColumnHidden(m_layout.noteColumn, !noted);
    m_problem->setValidity({problems.isEmpty() ? Validity::Level::Ok : Validity::Level::Error, problems.join(u'\n')});
    fitColumns();
    fitHeight();
    // The buttons are about one row: the first one, until another is chosen.
    if (any && selectedId().isEmpty())
        m_table->selectRow(0);
    refreshButtons();
}

void TableCard::refreshButtons()
{
    for (QPushButton *button : std::as_const(m_forOne))
        button->setEnabled(!selectedId().isEmpty());
}

void TableCard::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int last = m_table->isColumnHidden(m_layout.noteColumn) ? m_layout.noteColumn - 1 : m_layout.noteColumn;
    for (int column = 0; column < m_layout.noteColumn; ++column) {
        m_table->resizeColumnToContents(column);
        // The last one takes what is left; more would only bring a scroll bar.
        if (column != last)
            header->resizeSection(column, header->sectionSize(column) + spacing::kSmall);
    }
}

/// As high as its rows: the page scrolls, not the table.
void TableCard::fitHeight()
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
