#pragma once

#include <optional>

#include "engine/programme/safety.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"
#include "sync/client/client.hpp"

namespace ayni::models {

class Courier;

/// What is safe: on this phone, received by the hub, seen by the other side; and the way there.
class SafetyModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
    Q_PROPERTY(int hereCount READ hereCount NOTIFY changed)
    Q_PROPERTY(int receivedCount READ receivedCount NOTIFY changed)
    Q_PROPERTY(int seenCount READ seenCount NOTIFY changed)
    /// "212 here, 212 in Montreal": to be said on the telephone. Empty before she has joined.
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed)
    /// The same for each part: shareId, name, text, isWhole
    Q_PROPERTY(ayni::models::Rows* shares READ shares CONSTANT)
    /// One sentence: what is safe, and where.
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QString lastExchangeText READ lastExchangeText NOTIFY changed)
    Q_PROPERTY(QString bytesThisMonthText READ bytesThisMonthText NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    /// Why the last exchange did not work, and what to do. Empty: all is well.
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    /// trayId, what, reason (a sentence), recordId
    Q_PROPERTY(ayni::models::Rows* tray READ tray CONSTANT)
    Q_PROPERTY(QString deviceText READ deviceText NOTIFY changed)
    Q_PROPERTY(QString hubText READ hubText NOTIFY changed)
    Q_PROPERTY(bool canSync READ canSync NOTIFY changed)

public:
    SafetyModel(Workplace& workplace, Courier& courier);

    [[nodiscard]] int waiting() const { return static_cast<int>(safety_.waiting); }
    [[nodiscard]] QString waitingText() const;
    [[nodiscard]] int hereCount() const { return static_cast<int>(safety_.here); }
    [[nodiscard]] int receivedCount() const { return static_cast<int>(safety_.received); }
    [[nodiscard]] int seenCount() const { return static_cast<int>(safety_.seen); }
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] Rows* shares() { return &shares_; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString lastExchangeText() const;
    [[nodiscard]] QString bytesThisMonthText() const;
    [[nodiscard]] bool busy() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] Rows* tray() { return &tray_; }
    [[nodiscard]] QString deviceText() const;
    [[nodiscard]] QString hubText() const;
    [[nodiscard]] bool canSync() const;
    [[nodiscard]] QString hubName() const;
    [[nodiscard]] bool is_joined() const { return hub_.has_value(); }
    void render() override;

    Q_INVOKABLE void syncNow();
    Q_INVOKABLE void cancel();

protected:
    void fetch() override;

private:
    static QString name_of(const programme::Share& share);
    static QString here_and_there(std::size_t here, std::size_t there);

    Courier* courier_;
    programme::SafetyCounts safety_;
    std::optional<client::HubInfo> hub_;
    DeviceId device_;
    Rows tray_;
    Rows shares_;
};

}  // namespace ayni::models
