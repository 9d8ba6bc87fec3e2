#pragma once

#include "manager/paths.h"
#include "widgets/card.h"
#include "widgets/validity.h"

#include <QJsonObject>

class QLabel;
class QPushButton;
class QTreeView;

namespace sparkler::gui {

class HelpedNote;
class InlineMessage;
class JsonTreeModel;
class JsonView;

/// The metadata as text and, beside it, as a tree; and what can be done with it on a running machine.
class MmdsDataCard : public Card {
    Q_OBJECT
public:
    explicit MmdsDataCard(const Paths &paths, QWidget *parent = nullptr);

    /// Does not emit changed(). The text stays when it says the same already.
    void setValue(const std::optional<QJsonObject> &value);
    /// What the text said when it was right last; nothing: it was empty.
    const std::optional<QJsonObject> &value() const { return m_value; }
    Validity validity() const;
    QByteArray text() const;
    /// Replaces the text, by the user's wish: can be undone there, and emits changed().
    void replaceText(const QByteArray &json);
    /// `whyNot`: empty when there is a running machine to talk to.
    void setTarget(const QString &whyNot);
    InlineMessage *message() const { return m_message; }

signals:
    void changed();
    void pathSelected(const QString &path);
    void getRequested();
    void putRequested();
    void patchRequested();

private:
    QWidget *buildButtons();
    void take();
    void refresh();

    std::optional<QJsonObject> m_value;
    QString m_whyNot;
    bool m_showing = false;
    JsonView *m_text;
    JsonTreeModel *m_model;
    QTreeView *m_tree;
    QLabel *m_size;
    HelpedNote *m_note;
    QPushButton *m_format = nullptr;
    QPushButton *m_get = nullptr;
    QPushButton *m_put = nullptr;
    QPushButton *m_patch = nullptr;
    InlineMessage *m_message;
};

} // namespace sparkler::gui
