#pragma once

#include "manager/mmds_view.h"
#include "widgets/card.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace sparkler::gui {

class CopyBlock;

/// What a guest gets when it asks for a path, worked out here, and the commands to ask with.
class MmdsGuestCard : public Card {
    Q_OBJECT
public:
    explicit MmdsGuestCard(QWidget *parent = nullptr);

    /// `config`: nothing when the service is off.
    void setService(const std::optional<MmdsConfig> &config, const QJsonObject &store);
    void setPath(const QString &path);
    QString path() const;

private:
    struct Answer {
        QLabel *status;
        QPlainTextEdit *body;
    };
    Answer makeAnswer(class QHBoxLayout *row, const QString &title);
    static void showAnswer(const Answer &view, const MmdsAnswer &answer);
    void refresh();

    std::optional<MmdsConfig> m_config;
    QJsonObject m_store;
    QLabel *m_off;
    QWidget *m_content;
    QLineEdit *m_path;
    QWidget *m_tokenRow;
    QComboBox *m_token;
    QLineEdit *m_ttl;
    QLabel *m_grant;
    Answer m_text;
    Answer m_json;
    QLabel *m_explanation;
    CopyBlock *m_commands;
};

} // namespace sparkler::gui
