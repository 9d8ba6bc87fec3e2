#pragma once

#include "client/engine_client.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sparkler::gui {

class JsonView;

/// A request typed by the user: method, path, JSON body. What comes back shows among the exchanges.
class RequestForm : public QWidget {
    Q_OBJECT
public:
    explicit RequestForm(QWidget *parent = nullptr);

    /// Null: `whyNot` tells why nothing can be sent.
    void setTarget(EngineClient *client, const QString &whyNot);
    /// Fills the fields, e.g. to send a request of before once more.
    void setRequest(const QByteArray &method, const QString &path, const QByteArray &body);

    /// Whether this is what was sent and is not answered yet.
    bool isAwaiting(const QByteArray &method, const QString &path) const;

    /// Why the path cannot be sent; empty: it can.
    static QString pathProblem(const QString &path);

private:
    void buildFields();
    void send();
    void refresh();
    QString problem() const;
    bool hasBody() const;

    QPointer<EngineClient> m_client;
    QString m_whyNot;
    bool m_waiting = false;
    HttpRequest m_sent;
    QComboBox *m_method = nullptr;
    QLineEdit *m_path = nullptr;
    JsonView *m_body = nullptr;
    QPushButton *m_send = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace sparkler::gui
