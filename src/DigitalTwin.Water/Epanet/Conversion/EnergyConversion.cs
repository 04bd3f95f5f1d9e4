using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Conversion;

/// <summary>Applies [ENERGY] in the order of its lines; the last one for a thing holds.</summary>
internal sealed class EnergyConversion
{
    private readonly Dictionary<string, (double Price, int Pattern, int Efficiency)> ofPump = new(StringComparer.Ordinal);

    public EnergyConversion(List<EnergyRow> rows, SeriesConversion series)
    {
        foreach (var row in rows)
        {
            if (row.Pump is null) SetForAll(row, series);
            else SetForOne(row.Pump, row, series);
        }
    }

    public EnergyOptions ForAll { get; private set; } = new();

    /// <summary>The pump with what [ENERGY] says of it. A price of 0 stands for the common price, as in EPANET.</summary>
    public Pump Complete(Pump pump, string id) => !ofPump.TryGetValue(id, out var own)
        ? pump
        : pump with { EnergyPrice = own.Price > 0 ? own.Price : double.NaN, PricePattern = own.Pattern, EfficiencyCurve = own.Efficiency };

    private void SetForAll(EnergyRow row, SeriesConversion series) => ForAll = row.Item switch
    {
        EnergyItem.Price => ForAll with { Price = row.Value },
        EnergyItem.Pattern => ForAll with { PricePattern = series.Pattern(row.Name) },
        EnergyItem.Efficiency => ForAll with { Efficiency = row.Value },
        _ => ForAll with { DemandCharge = row.Value },
    };

    private void SetForOne(string pump, EnergyRow row, SeriesConversion series)
    {
        if (!ofPump.TryGetValue(pump, out var own)) own = (double.NaN, -1, -1);
        ofPump[pump] = row.Item switch
        {
            EnergyItem.Price => own with { Price = row.Value },
            EnergyItem.Pattern => own with { Pattern = series.Pattern(row.Name) },
            _ => own with { Efficiency = series.Curve(row.Name, CurveKind.Efficiency) },
        };
    }
}
