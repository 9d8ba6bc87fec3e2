#pragma once

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLineEdit;

namespace sparkler::gui {

class FlowLayout;

/// Tags as chips, with a field for more. Return or comma adds; Backspace in the empty field removes the last; on a chip
/// Delete or Backspace removes it, Left/Right move between chips. Tags are trimmed and unique regardless of case.
class TagEditor : public QWidget {
    Q_OBJECT
public:
    static constexpr qsizetype kMaxLength = 64;
    explicit TagEditor(QWidget *parent = nullptr);

    QStringList tags() const { return m_tags; }
    /// Does not emit tagsChanged().
    void setTags(const QStringList &tags);
    /// Offered while typing.
    void setSuggestions(const QStringList &suggestions);
    QLineEdit *lineEdit() const { return m_edit; }

signals:
    /// By the user.
    void tagsChanged(const QStringList &tags);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addFromField();
    void removeAt(qsizetype index);
    void rebuild();
    bool chipKey(qsizetype index, int key);

    QStringList m_tags;
    FlowLayout *m_layout;
    QLineEdit *m_edit;
    QCompleter *m_completer = nullptr;
    QList<QWidget *> m_chips;
};

} // namespace sparkler::gui
