namespace DigitalTwin.Buildings.Zones.Iso13790;

/// <summary>
/// The simple hourly method of ISO 13790:2008, annex C: the plain definition, one zone and one step at a time, a term per line in the standard's letters.
/// What is fast is compared with this.
/// </summary>
public static class Rc5Zone
{
    /// <summary>Heating power for which the second temperature of the linear interpolation is found, W per m² of floor (C.4.2).</summary>
    private const double Probe = 10;

    /// <summary>Advances a zone.</summary>
    /// <param name="p">The zone.</param>
    /// <param name="mass">θ_m at the begin of the step, °C.</param>
    /// <param name="drive">What acts on it.</param>
    /// <param name="control">Set-points and capacities.</param>
    /// <param name="seconds">Length of the step; the standard's is 3600.</param>
    public static Rc5Answer Advance(in Rc5Parameters p, double mass, in Rc5Drive drive, in SetPoints control, double seconds)
    {
        var free = Step(p, mass, drive, 0, seconds);
        double setPoint;
        if (free.Air < control.HeatingSetPoint) setPoint = control.HeatingSetPoint;
        else if (free.Air > control.CoolingSetPoint) setPoint = control.CoolingSetPoint;
        else return free;

        // θ_air is linear in Φ_HC (C.13).
        var probe = Probe * p.FloorArea;
        var probed = Step(p, mass, drive, probe, seconds);
        var load = probe * (setPoint - free.Air) / (probed.Air - free.Air);
        return Step(p, mass, drive, Math.Clamp(load, -control.CoolingCapacity, control.HeatingCapacity), seconds);
    }

    /// <summary>One step with a given load Φ_HC, W (C.1 to C.11).</summary>
    public static Rc5Answer Step(in Rc5Parameters p, double mass, in Rc5Drive drive, double load, double seconds)
    {
        double Hve = drive.Ventilation, His = p.SurfaceToAir, Hw = p.Windows, Hms = p.MassToSurface, Hem = p.OutdoorsToMass;
        double Te = drive.Outdoors, Tem = drive.BehindOpaque, Tsup = drive.Supply;

        // Gains to air, mass and surface (C.1 to C.3).
        var PhiIa = 0.5 * drive.InternalGains;
        var rest = (0.5 * drive.InternalGains) + drive.SolarGains;
        var PhiM = p.MassArea / p.TotalArea * rest;
        var PhiSt = (1 - (p.MassArea / p.TotalArea) - (Hw / (Rc5Parameters.MassToSurfaceCoefficient * p.TotalArea))) * rest;

        // Series of conductances (C.6 to C.8); with H_1 (Φ / H_ve + θ_sup) written so that H_ve may be 0.
        var H1 = Hve * His / (Hve + His);
        var H2 = H1 + Hw;
        var H3 = H2 * Hms / (H2 + Hms);
        var FromAir = His / (Hve + His) * (PhiIa + load + (Hve * Tsup));

        // Mass (C.4, C.5): Crank-Nicolson. H_3 / H_2 is written as H_ms / (H_2 + H_ms), which is true at H_2 = 0 too.
        var PhiMtot = PhiM + (Hem * Tem) + (Hms / (H2 + Hms) * (PhiSt + (Hw * Te) + FromAir));
        var C = p.Capacity / seconds;
        var TmEnd = ((mass * (C - (0.5 * (H3 + Hem)))) + PhiMtot) / (C + (0.5 * (H3 + Hem)));
        var Tm = 0.5 * (mass + TmEnd);

        // Surface and air (C.10, C.11).
        var Ts = ((Hms * Tm) + PhiSt + (Hw * Te) + FromAir) / (Hms + Hw + H1);
        var Tair = ((His * Ts) + (Hve * Tsup) + PhiIa + load) / (His + Hve);
        return new(TmEnd, Ts, Tair, load);
    }
}
