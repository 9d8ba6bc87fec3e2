set(models_live_sources
    models/counter_model.cpp
    models/counter_rates.cpp
    models/exchange_model.cpp
    models/log_model.cpp)
