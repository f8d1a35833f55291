#pragma once
// A small plan to look around in. Everybody and everything in it is made up, and says so.

#include <QList>
#include <QString>
#include <string>

#include "engine/model/result.hpp"
#include "engine/store/store.hpp"

namespace ayni::models {

/// Its words, in the language of the moment it was made (GUI's thread: tr), so that the desk can write it down.
struct SampleWords {
    struct Step {
        QString title;
        QString lane;
        QString status;
        QString effort;
        int due = -1;  // days from today; -1: none
        bool suggested = false;
    };
    QString cohort;
    QString coordinator, mentor, entrepreneur, neighbour;
    QString place, mentor_place;
    QString business, other_business, mission;
    QString goal, why, goal_unit, far_goal;
    QList<Step> steps;
    QString mentor_note, entrepreneur_note, gave, learned, ask, offer, terms;
    QString confidence, confidence_asked, clients, clients_asked, money, money_asked;
    std::string language;
    std::string tz;
    qint64 today = 0;     // days
    qint64 midnight = 0;  // when today began, UTC ms
    static SampleWords now();
};

/// Fills an empty store and makes it the notebook of the sample's entrepreneur, mentor or coordinator.
Outcome write_sample(Store& store, const SampleWords& words, const std::string& role);

}  // namespace ayni::models
