namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>The tariffs of a synthetic map, as its lots and kerbs name them.</summary>
internal static class TariffText
{
    public const string Yaml = """
        # Invented: the shape is that of Chinese boards (free minutes, half hours begun, caps by day and night, less for residents), the amounts are of the right order. No operator charges them.
        currency: CNY
        tariffs:
          centre:
            title: { en: Garage in the centre, zh: 中心区车库 }
            free: 15 min
            hours:
              - { when: "07:00-21:00", each: 30 min, price: 3, cap: 40 }
              - { when: "21:00-07:00", each: 1 h, price: 1, cap: 6 }
            cap-per-day: 45
            charging: { per-kWh: 1.3, per-idle-minute: 0.5, grace: 15 min }
          public: { like: centre, title: { en: Car park, zh: 公共停车场 }, hours: [ { when: "07:00-21:00", each: 1 h, price: 4, cap: 30 }, { when: "21:00-07:00", each: 1 h, price: 1, cap: 5 } ], cap-per-day: 35 }
          mall: { like: centre, title: { en: Shopping centre, zh: 购物中心 }, free: 2 h, cap-per-day: 60 }
          hospital: { title: { en: Hospital, zh: 医院 }, free: 30 min, each: 1 h, price: 3, cap-per-day: 25 }
          office:
            title: { en: Office building, zh: 写字楼 }
            each: 1 h
            price: 6
            cap-per-day: 60
            groups:
              - { for: [commuters], each: 24 h, price: 12 }
              - { for: [residents], each: 12 h, price: 5 }
          estate:
            title: { en: Residential estate, zh: 住宅小区 }
            free: 30 min
            each: 1 h
            price: 3
            cap-per-day: 20
            groups:
              - { for: [residents], free: 0, each: 24 h, price: 8 }
            charging: { per-kWh: 0.9 }
          park-and-ride: { title: { en: Park and ride, zh: 停车换乘 }, each: 24 h, price: 5, charging: { per-kWh: 0.9 } }
          kerb:
            title: { en: Street, zh: 路内停车 }
            free: 15 min
            hours:
              - { when: "07:00-21:00", steps: [ { each: 30 min, price: 2.5 }, { from: 1 h, each: 30 min, price: 4 } ] }
              - { when: "21:00-07:00", price: 0 }
          kerb-homes: { like: kerb, title: { en: Street among homes, zh: 居住区路内停车 }, hours: [ { when: "07:00-21:00", each: 1 h, price: 3, cap: 15 }, { when: "21:00-07:00", price: 0 } ] }

        """;
}
