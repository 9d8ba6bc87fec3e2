#pragma once

#include "widgets/validity.h"

#include <QWidget>
#include <functional>

class QLineEdit;
class QPushButton;

namespace sparkler::gui {

/// A path to type, choose or drop, with a word about it beneath.
class PathField : public QWidget {
    Q_OBJECT
public:
    enum class Kind { ExistingFile, SaveFile, Directory };
    using Validator = std::function<Validity(const QString &path)>;

    explicit PathField(Kind kind, QWidget *parent = nullptr);

    QString path() const;
    /// Does not emit pathChanged().
    void setPath(const QString &path);
    /// Runs at each change on the GUI thread: a stat is fine, reading is not.
    void setValidator(Validator validator);
    const Validity &validity() const;
    /// Runs the validator again, e.g. when another field changed.
    void revalidate();
    /// e.g. "Kernel images (vmlinux*);;All files (*)".
    void setNameFilter(const QString &filter);
    void setDialogTitle(const QString &title);
    void setPlaceholderText(const QString &text);
    /// Names the line edit; the button becomes "Browse for …".
    void setFieldName(const QString &name);
    QLineEdit *lineEdit() const { return m_edit; }

signals:
    /// By the user: typing, choosing or dropping.
    void pathChanged(const QString &path);
    void validityChanged();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void browse();
    void take(const QString &path);

    Kind m_kind;
    QString m_nameFilter;
    QString m_dialogTitle;
    Validator m_validator;
    QLineEdit *m_edit;
    QPushButton *m_browse;
    ValidityLabel *m_validity;
};

} // namespace sparkler::gui
